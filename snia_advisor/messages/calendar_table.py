"""The table of closed days: how it is shown, listed by year and checked."""

TEXTS: dict[str, tuple[str, str, str]] = {
    # --- kinds of entries
    "kind_of_calendar": ("table des jours fermés", "جدول أيام العطلة", "table of closed days"),
    "kind_of_weekly_rest": ("repos hebdomadaire", "راحة أسبوعية", "weekly rest"),
    "kind_of_closed_day": ("jour fixe", "يوم ثابت", "fixed day"),
    "kind_of_feast": ("fête religieuse", "عيد ديني", "religious feast"),
    "kind_of_feast_day": ("date d'une fête", "تاريخ عيد", "date of a feast"),
    "kind_of_closure": ("fermeture exceptionnelle", "عطلة استثنائية", "exceptional closure"),
    "kind_of_closure_gap": ("ce qui n'est pas connu", "ما ليس معروفا", "what is not known"),
    "kind_of_desk": ("guichet", "شباك", "desk"),
    "kind_feast": ("la fête", "العيد", "the feast"),
    # --- words
    "which_public": ("administrations", "الإدارات", "administrations"),
    "which_private": ("secteur privé", "القطاع الخاص", "private sector"),
    "which_both": ("administrations et secteur privé", "الإدارات والقطاع الخاص", "administrations and private sector"),
    "status_official": ("officiel", "رسمي", "official"),
    "status_announced": ("annoncé, termes non vus", "معلن، دون الاطلاع على النص", "announced, wording not seen"),
    "status_forecast": ("prévision, à confirmer", "توقع منشور، يجب تأكيده", "forecast, to be confirmed"),
    "status_predicted": ("calcul, à confirmer", "حساب فلكي، يجب تأكيده", "computed, to be confirmed"),
    "status_own": ("votre propre fichier", "ملفكم الخاص", "your own file"),
    "season_ordinary": ("hors Ramadan", "خارج رمضان", "outside Ramadan"),
    "season_ramadan": ("pendant le Ramadan", "خلال رمضان", "in Ramadan"),
    "nth_day": ("{title}, jour {n}", "{title}، اليوم {n}", "{title}, day {n}"),
    "within_days": ("±{days}", "±{days}", "±{days}"),
    "supposed_followed": (
        "on suppose que les établissements publics ont suivi",
        "يفترض أن المؤسسات العمومية اتبعتها",
        "public establishments are assumed to have followed",
    ),
    # --- labels of `rules show`
    "label_up_to_date": ("À jour au", "محين إلى", "Up to date on"),
    "label_weekly_rest": ("Repos hebdomadaire", "الراحة الأسبوعية", "Weekly rest"),
    "label_list_public": ("Administrations", "الإدارات", "Administrations"),
    "label_list_private": ("Secteur privé", "القطاع الخاص", "Private sector"),
    "label_period": ("Période", "الفترة", "Period"),
    "label_first_day": ("Premier jour", "اليوم الأول", "First day"),
    "label_other_days": ("Autres jours possibles", "أيام أخرى ممكنة", "Other possible days"),
    "label_hijri": ("Date de l'hégire", "التاريخ الهجري", "Hijri date"),
    "label_hijri_year": ("Année de l'hégire", "السنة الهجرية", "Hijri year"),
    "label_status": ("Statut", "الحالة", "Status"),
    "label_scope": ("Vise", "يشمل", "Covers"),
    "label_decided_by": ("Décidé par", "قررته", "Decided by"),
    "label_condition": ("À condition que", "بشرط أن", "On condition that"),
    "label_days": ("Jours", "الأيام", "Days"),
    "label_hours": ("Heures", "التوقيت", "Hours"),
    "feast_began": ("« {feast} » commence le {day}", "يبدأ «{feast}» يوم {day}", '"{feast}" begins on {day}'),
    "not_on_list": ("pas dans sa liste", "غير وارد في لائحته", "not on its list"),
    # --- calendar list
    "cmd_calendar_list": (
        "Les jours fermés d'une année, lesquels ne sont pas sûrs, et ce qui n'est pas connu.",
        "أيام العطلة في سنة، وما ليس مؤكدا منها، وما ليس معروفا.",
        "The closed days of a year, which of them are not certain, and what is not known.",
    ),
    "eg_calendar_list": (
        "snia calendar list 2026 --list public",
        "snia calendar list 2026 --list public",
        "snia calendar list 2026 --list public",
    ),
    "arg_year": ("une année, par exemple 2026", "سنة، مثلا 2026", "a year, for example 2026"),
    "opt_year_list": (
        "seulement la liste public (administrations, établissements publics) ou private (jours fériés payés)",
        "لائحة public فقط (الإدارات والمؤسسات العمومية) أو private (أيام العطل المؤدى عنها)",
        "only the list public (administrations, public establishments) or private (paid days off)",
    ),
    "calendar_year_unread": (
        "« {value} » n'est pas une année : écrivez-la en quatre chiffres, par exemple 2026.",
        "« {value} » ليست سنة: اكتبوها بأربعة أرقام، مثلا 2026.",
        '"{value}" is not a year: write it with four digits, for example 2026.',
    ),
    "calendar_missing": (
        "ces règles n'ont pas de table des jours fermés (une entrée « calendar »). Prenez celles du programme.",
        "لا يوجد في هذه القواعد جدول لأيام العطلة (مدخل « calendar »). استعملوا قواعد البرنامج.",
        'these rules have no table of closed days (an entry "calendar"). Use those of the program.',
    ),
    "year_title": ("Jours fermés de {year}", "أيام العطلة في سنة {year}", "Closed days of {year}"),
    "table_line": (
        "Table du {first} au {last}, version {version}, à jour au {as_of}.",
        "جدول من {first} إلى {last}، النسخة {version}، محين إلى {as_of}.",
        "Table from {first} to {last}, version {version}, up to date on {as_of}.",
    ),
    "year_outside": (
        "L'année {year} n'est pas dans la table : ni ses fêtes religieuses ni ses fermetures exceptionnelles ne sont "
        "connues. Ne suivent que les jours fixes, selon le droit connu le {as_of}.",
        "سنة {year} خارج الجدول: لا تعرف أعيادها الدينية ولا عطلها الاستثنائية. تلي الأيام الثابتة وحدها، حسب القانون "
        "المعروف في {as_of}.",
        "The year {year} is not in the table: neither its religious feasts nor its exceptional closures are known. Only the "
        "fixed days follow, by the law known on {as_of}.",
    ),
    "rest_of_contract": (
        "celui du contrat (secteur privé)",
        "حسب العقد (القطاع الخاص)",
        "that of the contract (private sector)",
    ),
    "no_closed_day": ("Aucun jour connu.", "لا يوم معروف.", "No known day."),
    "year_corrected": (
        "Votre propre fichier de jours change cette année.",
        "ملف الأيام الخاص بكم يغير هذه السنة.",
        "Your own file of days changes this year.",
    ),
    "head_unknown": ("Ce qui n'est pas connu", "ما ليس معروفا", "What is not known"),
    "uncertain_days": (
        "Les dates marquées ± suivent la lune : elles ne sont sûres qu'après l'annonce du ministère des Habous.",
        "التواريخ المؤشر عليها بـ ± تتبع الهلال: لا تكون مؤكدة إلا بعد إعلان وزارة الأوقاف.",
        "The dates marked ± follow the moon: they are certain only after the Habous ministry has announced them.",
    ),
    "closures_after": (
        "Les fermetures exceptionnelles décidées après le {as_of} : elles le sont quelques jours à l'avance.",
        "العطل الاستثنائية المقررة بعد {as_of}: فهي تتقرر قبل أيام قليلة فقط.",
        "The exceptional closures decided after {as_of}: they are decided some days ahead.",
    ),
    "fixed_known_from": (
        "Les jours fixes avant le {day} ({list}).",
        "الأيام الثابتة قبل {day} ({list}).",
        "The fixed days before {day} ({list}).",
    ),
    "rest_known_from": (
        "Le repos hebdomadaire des administrations avant le {day}.",
        "الراحة الأسبوعية للإدارات قبل {day}.",
        "The weekly rest of administrations before {day}.",
    ),
    # --- calendar check
    "cmd_calendar_check": (
        "Cherche les trous et les fautes de la table des jours fermés ; sort avec 1 s'il reste quelque chose à faire.",
        "البحث عن فراغات وأخطاء جدول أيام العطلة؛ رمز الخروج 1 إن بقي شيء يجب فعله.",
        "Looks for gaps and faults in the table of closed days; exits with 1 if anything is left to do.",
    ),
    "eg_calendar_check": ("snia calendar check --json", "snia calendar check --json", "snia calendar check --json"),
    "head_days_by_year": (
        "Jours fermés des administrations, par année",
        "أيام عطلة الإدارات حسب السنة",
        "Closed days of administrations, by year",
    ),
    "days_of_year": (
        "{year} : sûrs {certain}, incertains {uncertain}",
        "{year}: مؤكدة {certain}، غير مؤكدة {uncertain}",
        "{year}: certain {certain}, uncertain {uncertain}",
    ),
    "head_good_to_know": ("Bon à savoir", "معلومات مفيدة", "Good to know"),
    "K001": ("la table des jours fermés n'existe pas", "جدول أيام العطلة غير موجود", "there is no table of closed days"),
    "K001_fix": ("Écrivez une entrée « calendar ».", "اكتبوا مدخل « calendar ».", 'Write an entry "calendar".'),
    "K002": (
        "{feast} : aucune date en {year}",
        "{feast}: لا تاريخ في سنة {year}",
        "{feast}: no date in {year}",
    ),
    "K002_fix": (
        "Ajoutez sa date, avec son statut et sa source.",
        "أضيفوا تاريخه مع حالته ومصدره.",
        "Add its date, with its status and its source.",
    ),
    "K003": (
        "{feast}, {day} : la date est passée et n'est toujours pas confirmée ({status})",
        "{feast}، {day}: مضى التاريخ ولم يتأكد بعد ({status})",
        "{feast}, {day}: the date is past and still not confirmed ({status})",
    ),
    "K003_fix": (
        "Remplacez-la par celle du communiqué : first_day, status, sources.",
        "عوضوه بتاريخ البلاغ: first_day وstatus وsources.",
        "Replace it by that of the notice: first_day, status, sources.",
    ),
    "K004": ("{text}", "{text}", "{text}"),
    "K004_fix": (
        "Quand la réponse est connue, ajoutez la fermeture ou retirez ce trou.",
        "عند معرفة الجواب أضيفوا العطلة أو احذفوا هذا الفراغ.",
        "Once the answer is known, add the closure or remove this gap.",
    ),
    "K005": (
        "« {name} » : le {day} est un {weekday}, l'entrée dit {written}",
        "« {name} »: {day} يوافق {weekday}، والمدخل يقول {written}",
        '"{name}": {day} is a {weekday}, the entry says {written}',
    ),
    "K005_fix": (
        "Relisez la source : la date ou le jour est faux.",
        "راجعوا المصدر: التاريخ أو اليوم خاطئ.",
        "Read the source again: the date or the weekday is wrong.",
    ),
    "K006": (
        "« {name} » : le jour de la semaine n'est pas écrit",
        "« {name} »: يوم الأسبوع غير مكتوب",
        '"{name}": the weekday is not written',
    ),
    "K006_fix": (
        "Écrivez weekday : une date mal recopiée se voit.",
        "اكتبوا weekday: يكشف التاريخ المنقول خطأ.",
        "Write weekday: a mistyped date then shows.",
    ),
    "K007": (
        "« {name} » et « {other} » se recouvrent",
        "« {name} » و« {other} » يتداخلان",
        '"{name}" and "{other}" overlap',
    ),
    "K007_fix": ("Gardez une seule entrée.", "احتفظوا بمدخل واحد.", "Keep one entry."),
    "K008": (
        "« {name} » : {days} après la fête précédente ; une année lunaire en a {least} ou {most}",
        "« {name} »: {days} بعد العيد السابق؛ والسنة القمرية {least} أو {most}",
        '"{name}": {days} after the feast before; a lunar year has {least} or {most}',
    ),
    "K008_fix": ("Relisez la date dans la source.", "راجعوا التاريخ في المصدر.", "Read the date in the source again."),
    "K009": (
        "« {name} » : l'autre jour possible {day} est hors de l'incertitude déclarée (within)",
        "« {name} »: اليوم الآخر الممكن {day} خارج هامش الشك المصرح به (within)",
        '"{name}": the other possible day {day} is outside the declared uncertainty (within)',
    ),
    "K009_fix": ("Corrigez within ou alternatives.", "صححوا within أو alternatives.", "Correct within or alternatives."),
    "K010": (
        "« {name} » : l'année de l'hégire {year} ne suit pas {before}",
        "« {name} »: السنة الهجرية {year} لا تلي {before}",
        '"{name}": the hijri year {year} does not follow {before}',
    ),
    "K010_fix": (
        "Corrigez hijri_year, ou ajoutez la fête qui manque.",
        "صححوا hijri_year أو أضيفوا العيد الناقص.",
        "Correct hijri_year, or add the feast that is missing.",
    ),
    "K011": (
        "« {name} » ({list}) : sans date de début ou sans source",
        "« {name} » ({list}): دون تاريخ بداية أو دون مصدر",
        '"{name}" ({list}): without a first day or without a source',
    ),
    "K011_fix": ("Ajoutez from et sources.", "أضيفوا from وsources.", "Add from and sources."),
    "K012": (
        "la table finit le {day}, moins d'un an après le {on}",
        "ينتهي الجدول في {day}، أي بعد أقل من سنة من {on}",
        "the table ends on {day}, less than a year after {on}",
    ),
    "K012_fix": ("Prolongez-la.", "مددوه.", "Extend it."),
    "K013": (
        "« {name} » : sa condition n'est pas remplie ; la table ne dit pas que {condition}",
        "« {name} »: شرطها غير متحقق؛ فالجدول لا يقول إن {condition}",
        '"{name}": its condition is not met; the table does not say that {condition}',
    ),
    "K013_fix": (
        "Retirez la fermeture, ou corrigez la date de la fête.",
        "احذفوا العطلة أو صححوا تاريخ العيد.",
        "Remove the closure, or correct the date of the feast.",
    ),
    "K014": (
        "{title} ({day}) : le texte ne nomme pas les établissements publics ; la table suppose qu'ils ont suivi",
        "{title} ({day}): لا يذكر النص المؤسسات العمومية؛ ويفترض الجدول أنها اتبعته",
        "{title} ({day}): the text does not name public establishments; the table assumes that they followed",
    ),
    "K014_fix": (
        "Quand un établissement a répondu, écrivez-le dans public_establishments.",
        "عند جواب إحدى المؤسسات اكتبوا ذلك في public_establishments.",
        "Once an establishment has answered, write it in public_establishments.",
    ),
    "K015": (
        "« {name} » : le {day} est déjà fermé",
        "« {name} »: {day} يوم عطلة أصلا",
        '"{name}": {day} is closed already',
    ),
    "K015_fix": (
        "Vérifiez la date ; sinon retirez l'entrée.",
        "تحققوا من التاريخ؛ وإلا فاحذفوا المدخل.",
        "Check the date; otherwise remove the entry.",
    ),
    "K016": (
        "« {name} » : le {day} est hors de la table",
        "« {name} »: {day} خارج الجدول",
        '"{name}": {day} is outside the table',
    ),
    "K016_fix": (
        "Corrigez la date, ou prolongez la table.",
        "صححوا التاريخ أو مددوا الجدول.",
        "Correct the date, or extend the table.",
    ),
    "K017": (
        "la table a été mise à jour le {as_of} : les fermetures décidées depuis n'y sont pas",
        "حين الجدول في {as_of}: العطل المقررة بعده غير واردة فيه",
        "the table was brought up to date on {as_of}: closures decided since are not in it",
    ),
    "K018": (
        "« {name} » vaut si {condition}, ce qui n'est pas encore confirmé",
        "« {name} » مشروطة بأن {condition}، وهو ما لم يتأكد بعد",
        '"{name}" holds if {condition}, which is not confirmed yet',
    ),
    "K018_fix": (
        "Quand le communiqué paraît, écrivez la date de la fête.",
        "عند صدور البلاغ اكتبوا تاريخ العيد.",
        "Once the notice appears, write the date of the feast.",
    ),
    "K017_fix": (
        "Cherchez les communiqués parus depuis, puis avancez as_of.",
        "ابحثوا عن البلاغات الصادرة بعده ثم قدموا as_of.",
        "Look for the notices published since, then put as_of forward.",
    ),
}
