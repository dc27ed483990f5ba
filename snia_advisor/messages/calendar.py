"""Closed days, delays and deadlines."""

TEXTS: dict[str, tuple[str, str, str]] = {
    "weekly_rest_title": ("repos hebdomadaire", "الراحة الأسبوعية", "weekly rest"),
    # --- add
    "cmd_calendar": ("Les jours fermés et les délais.", "أيام العطلة والآجال.", "Closed days and delays."),
    "cmd_calendar_add": (
        "Le jour où un délai finit, et pourquoi des jours ne comptent pas ; avec --for user, quand agir au plus tard ; avec "
        "--for authority, quand demander où en est le dossier.",
        "اليوم الذي ينتهي فيه أجل، ولماذا لا تحتسب بعض الأيام؛ مع ‎--for user آخر يوم للقيام بالعمل؛ ومع ‎--for authority متى "
        "يمكن السؤال عن مآل الملف.",
        "The day on which a delay ends, and why some days do not count; with --for user, by when to act; with --for "
        "authority, from when to ask where the file is.",
    ),
    "eg_calendar": (
        "snia calendar add 2026-11-05 48h",
        "snia calendar add 2026-11-05 48h",
        "snia calendar add 2026-11-05 48h",
    ),
    "eg_calendar_add": (
        "snia calendar add 2026-11-05 48h --for authority --explain",
        "snia calendar add 2026-11-05 48h --for authority --explain",
        "snia calendar add 2026-11-05 48h --for authority --explain",
    ),
    "arg_start": (
        "le jour qui fait partir le délai (2026-11-05, 5/11/2026, 5 novembre 2026) ; il n'est pas compté",
        "اليوم الذي يبدأ منه الأجل (2026-11-05 أو 5/11/2026 أو 5 نونبر 2026)؛ وهو لا يحتسب",
        "the day that starts the delay (2026-11-05, 5/11/2026, 5 November 2026); it is not counted",
    ),
    "arg_amount": (
        "48h ou 2wd (jours ouvrables), 20d (calendaires), 30fd (francs), 1m (mois), 20? (le texte ne le dit pas), ou en "
        "toutes lettres : 2 jours ouvrables",
        "48h أو 2wd (أيام عمل)، 20d (أيام تقويمية)، 30fd (أيام كاملة)، 1m (أشهر)، 20؟ (لا يبين النص)، أو كتابة: 5 أيام عمل",
        "48h or 2wd (working days), 20d (calendar days), 30fd (full days), 1m (months), 20? (the text does not say), or in "
        "words: 2 working days",
    ),
    "opt_for": (
        "à qui est le délai : authority (une administration doit répondre) ou user (vous devez agir)",
        "لمن الأجل: authority (على الإدارة أن تجيب) أو user (عليكم القيام بالعمل)",
        "whose delay it is: authority (an administration must answer) or user (you must act)",
    ),
    "opt_list": (
        "les jours fermés : public (administrations, le défaut) ou private (secteur privé)",
        "أيام العطلة: public (الإدارات، افتراضا) أو private (القطاع الخاص)",
        "the closed days: public (administrations, the default) or private (private sector)",
    ),
    "opt_rest": (
        "le repos hebdomadaire du contrat, avec --list private : sunday ou saturday,sunday",
        "الراحة الأسبوعية حسب العقد، مع ‎--list private: sunday أو saturday,sunday",
        "the weekly rest of the contract, with --list private: sunday or saturday,sunday",
    ),
    "opt_no_office": (
        "avec --for user : aucun guichet n'a besoin d'être ouvert",
        "مع ‎--for user: لا حاجة إلى أن يكون أي شباك مفتوحا",
        "with --for user: no office has to be open",
    ),
    "opt_days": (
        "un fichier de jours à ajouter ou à corriger (défaut : SNIA_DAYS)",
        "ملف أيام تضاف أو تصحح (افتراضا: SNIA_DAYS)",
        "a file of days to add or to correct (default: SNIA_DAYS)",
    ),
    "opt_day_by_day": ("montrer le compte jour par jour", "إظهار العد يوما بيوم", "show the count day by day"),
    "add_answer": (
        "À compter du {start}, {delay} {verb} {end}{because}.",
        "{delay} ابتداء من {start} {verb} {end}{because}.",
        "From {start}, {delay} {verb} {end}{because}.",
    ),
    "add_verb": ("finit|finissent", "تنتهي|ينتهي|ينتهيان|تنتهي|تنتهي|تنتهي", "ends|end"),
    "add_unknown": (
        "À compter du {start}, la fin de {delay} n'est pas connue : {outside}",
        "{delay} ابتداء من {start}: النهاية غير معروفة، لأن {outside}",
        "From {start}, the end of {delay} is not known: {outside}",
    ),
    "add_hours": (
        "{hours} comptées en jours ouvrables ({days})",
        "{hours} محتسبة بأيام العمل ({days})",
        "{hours} counted in working days ({days})",
    ),
    "add_small": (
        "un|deux|trois|quatre|cinq",
        "يوم واحد|يومان|ثلاثة أيام|أربعة أيام|خمسة أيام",
        "one|two|three|four|five",
    ),
    "add_on": ("le {day}", "يوم {day}", "{day}"),
    "add_between": (
        "entre le {first} et le {last}, selon la lune",
        "بين {first} و{last} حسب رؤية الهلال",
        "between {first} and {last}, depending on the moon",
    ),
    "add_if_calendar": ("{end} en jours calendaires", "{end} بالأيام التقويمية", "{end} in calendar days"),
    "add_if_working": ("{end} en jours ouvrables", "{end} بأيام العمل", "{end} in working days"),
    "add_if_date_to_date": ("{end} de date à date", "{end} من تاريخ إلى تاريخ", "{end} from date to date"),
    "add_if_thirty_days": (
        "{end} à raison de 30 jours par mois",
        "{end} باحتساب 30 يوما لكل شهر",
        "{end} at 30 days a month",
    ),
    "add_no_day": ("un jour qui n'est pas connu", "في يوم غير معروف", "on a day that is not known"),
    "add_because": (", car {clauses}", "، لأن {clauses}", ", because {clauses}"),
    "add_the_day": ("le {day}", "{day}", "{day}"),
    "add_closed_day": ("{days} est fermé ({title})", "{days} عطلة ({title})", "{days} is closed ({title})"),
    "add_closed_days": ("{days} sont fermés ({title})", "{days} عطلة ({title})", "{days} are closed ({title})"),
    "add_weekend": ("le week-end ne compte pas", "نهاية الأسبوع لا تحتسب", "the weekend does not count"),
    "add_weekends": ("les week-ends ne comptent pas", "نهايات الأسبوع لا تحتسب", "weekends do not count"),
    "add_rest": (
        "le repos hebdomadaire ({days}) ne compte pas",
        "الراحة الأسبوعية ({days}) لا تحتسب",
        "the weekly rest ({days}) does not count",
    ),
    "add_moon_closed": (
        "{title} (jour à confirmer) ne compte pas",
        "{title} (يوم غير مؤكد) لا يحتسب",
        "{title} (day to be confirmed) does not count",
    ),
    "add_moon_may_close": (
        "{title} (jour à confirmer) peut fermer les jours d'avant",
        "{title} (يوم غير مؤكد) قد يغلق الأيام السابقة",
        "{title} (day to be confirmed) may close the days before",
    ),
    "add_others_closed": (
        "d'autres jours fermés ne comptent pas (--explain)",
        "أيام عطلة أخرى لا تحتسب (--explain)",
        "other closed days do not count (--explain)",
    ),
    "add_act": (
        "À faire le {day} au plus tard (date prudente){because}.",
        "آخر يوم للقيام بالعمل، احتياطا: {day}{because}.",
        "Act by {day} at the latest (prudent date){because}.",
    ),
    "add_act_unknown": (
        "La date prudente n'est pas connue : {outside} Agissez bien avant.",
        "التاريخ الاحتياطي غير معروف، لأن {outside} قوموا بالعمل قبل ذلك بوقت كاف.",
        "The prudent date is not known: {outside} Act well before.",
    ),
    "add_outer": (
        "La loi reporte la fin au {day} : c'est une note, ne comptez pas dessus.",
        "يمدد القانون النهاية إلى {day}: هذا للعلم فقط، لا تعتمدوا عليه.",
        "The law extends the end to {day}: this is a note, do not count on it.",
    ),
    "add_claim": (
        "À partir du {day}, vous pouvez demander où en est le dossier.",
        "ابتداء من {day} يمكنكم السؤال عن مآل الملف.",
        "From {day} you may ask where the file is.",
    ),
    "add_claim_shorter": (
        "Dans la lecture la plus courte : à partir du {day}.",
        "حسب القراءة الأقصر: ابتداء من {day}.",
        "On the shorter reading: from {day}.",
    ),
    "add_claim_unknown": (
        "On ne peut pas dire à partir de quel jour demander où en est le dossier : {outside}",
        "لا يمكن تحديد اليوم الذي يجوز فيه السؤال عن مآل الملف، لأن {outside}",
        "It cannot be said from which day you may ask where the file is: {outside}",
    ),
    "add_outside_after": (
        "la table des jours fermés s'arrête au {day} ; les fêtes et les fermetures d'après n'y sont pas.",
        "جدول أيام العطلة ينتهي في {day}؛ ولا توجد فيه الأعياد والعطل الموالية.",
        "the table of closed days ends on {day}; the feasts and closures after it are not in it.",
    ),
    "add_outside_before": (
        "la table des jours fermés commence le {day} ; les fêtes et les fermetures d'avant n'y sont pas.",
        "جدول أيام العطلة يبدأ في {day}؛ ولا توجد فيه الأعياد والعطل السابقة.",
        "the table of closed days begins on {day}; the feasts and closures before it are not in it.",
    ),
    "add_start_closed": (
        "Le {day} est fermé ({title}) : c'est tout de même le jour qui ne compte pas.",
        "{day} عطلة ({title}): ومع ذلك فهو اليوم الذي لا يحتسب.",
        "{day} is closed ({title}): it is still the day that is not counted.",
    ),
    "add_end_closed": (
        "Le {day} est fermé ({title}). Pour la date prudente : --for user ; pour savoir quand demander : --for authority.",
        "{day} عطلة ({title}). للتاريخ الاحتياطي: ‎--for user؛ ولمعرفة متى يمكن السؤال: ‎--for authority.",
        "{day} is closed ({title}). For the prudent date: --for user; for when to ask: --for authority.",
    ),
    "add_clipped": (
        "Ce mois n'a pas de jour {n} : le délai en mois finit à son dernier jour.",
        "ليس في ذلك الشهر يوم {n}: الأجل بالأشهر ينتهي في آخر يوم منه.",
        "That month has no day {n}: a delay in months ends on its last day.",
    ),
    "add_unit_unsaid": (
        "Le texte ne dit pas si ces jours sont ouvrables ou calendaires.",
        "لا يبين النص هل هي أيام عمل أم أيام تقويمية.",
        "The text does not say whether these are working or calendar days.",
    ),
    "add_moon": (
        "La date dépend de la lune : {title} ({status}) commence {days}.",
        "يتوقف التاريخ على رؤية الهلال: {title} ({status}) يبدأ {days}.",
        "The date depends on the moon: {title} ({status}) begins on {days}.",
    ),
    "add_gap": ("{text} La date peut en dépendre.", "{text} وقد يتوقف عليه التاريخ.", "{text} The date may hang on it."),
    "add_assumed": (
        "{title}, {day} : la décision ne nomme pas les établissements publics ; on suppose qu'ils ont suivi, ce qui donne "
        "la date la plus tardive.",
        "{title}، {day}: القرار لا يسمي المؤسسات العمومية؛ ويفترض أنها اتبعته، وهذا يعطي التاريخ الأبعد.",
        "{title}, {day}: the decision does not name public establishments; they are assumed to have followed, which gives "
        "the later date.",
    ),
    "add_as_of": (
        "La table a été mise à jour le {day} : les fermetures décidées depuis n'y sont pas.",
        "حين الجدول في {day}: لا توجد فيه العطل المقررة بعد ذلك.",
        "The table was brought up to date on {day}: closures decided since are not in it.",
    ),
    "add_corrected": (
        "Votre fichier de jours a servi : une correction locale change des jours de ce compte.",
        "استعمل ملف الأيام الخاص بكم: تصحيح محلي يغير أياما في هذا العد.",
        "Your file of days was used: a local correction changes days of this count.",
    ),
    "label_list": ("Liste", "اللائحة", "List"),
    "add_list_public": (
        "administrations et établissements publics",
        "الإدارات والمؤسسات العمومية",
        "administrations and public establishments",
    ),
    "add_list_private": ("secteur privé", "القطاع الخاص", "private sector"),
    "add_list_private_rest": (
        "secteur privé, repos : {days}",
        "القطاع الخاص، الراحة: {days}",
        "private sector, rest: {days}",
    ),
    "add_version": ("Calendrier {version}.", "نسخة التقويم: {version}.", "Calendar {version}."),
    "add_head_days": ("Jour par jour", "يوما بيوم", "Day by day"),
    "add_row_start": ("départ, non compté", "البداية، لا يحتسب", "start, not counted"),
    "add_row_closed": ("fermé : {title}", "عطلة: {title}", "closed: {title}"),
    "add_row_uncounted": ("non compté", "لا يحتسب", "not counted"),
    "add_row_end": ("fin", "النهاية", "the end"),
    "add_row_may_end": ("fin possible", "نهاية ممكنة", "may be the end"),
    "add_row_act": ("à faire au plus tard", "آخر يوم للقيام بالعمل", "act by this day"),
    "add_row_claim": ("on peut demander", "يمكن السؤال", "you may ask"),
    "add_row_doubt": (
        "fermé si {title} commence {days}",
        "عطلة إذا بدأ {title} {days}",
        "closed if {title} begins on {days}",
    ),
    # --- add: what is wrong
    "delay_unread": (
        "« {value} » n'est pas un délai. Écrivez par exemple 48h, 2wd, 20d, 30fd, 1m, ou « 2 jours ouvrables ».",
        "« {value} » ليس أجلا. اكتبوا مثلا 48h أو 2wd أو 20d أو 30fd أو 1m أو « 2 أيام عمل ».",
        '"{value}" is not a delay. Write for example 48h, 2wd, 20d, 30fd, 1m, or "2 working days".',
    ),
    "delay_needs_unit": (
        "« {value} » n'a pas d'unité : wd (jours ouvrables), d (calendaires), fd (francs), m (mois), {unsaid} si le texte "
        "ne le dit pas.",
        "« {value} » دون وحدة: wd (أيام عمل) أو d (تقويمية) أو fd (كاملة) أو m (أشهر)، أو {unsaid} إذا لم يبين النص.",
        '"{value}" has no unit: wd (working days), d (calendar), fd (full), m (months), {unsaid} if the text does not say.',
    ),
    "delay_unit_unknown": (
        "« {value} » n'est pas une unité de délai. Le plus proche : {nearest}.",
        "« {value} » ليس وحدة أجل. الأقرب: {nearest}.",
        '"{value}" is not a unit of delay. The nearest is: {nearest}.',
    ),
    "delay_in_hours": (
        "« {value} » ne fait pas un nombre entier de jours, et rien n'est compté en heures. Écrivez 24h, 48h, ou des jours.",
        "« {value} » لا يساوي عددا صحيحا من الأيام، ولا شيء يحتسب بالساعات. اكتبوا 24h أو 48h أو أياما.",
        '"{value}" is not a whole number of days, and nothing is counted in hours. Write 24h, 48h, or days.',
    ),
    "delay_is_nothing": (
        "« {value} » : un délai compte au moins un jour.",
        "« {value} »: الأجل يوم واحد على الأقل.",
        '"{value}": a delay is one day at least.',
    ),
    "delay_too_long": (
        "« {value} » dépasse dix ans. Vérifiez le nombre et l'unité.",
        "« {value} » يتجاوز عشر سنوات. تحققوا من العدد والوحدة.",
        '"{value}" is longer than ten years. Check the number and the unit.',
    ),
    "add_choice": (
        "« {option} » attend {expected}, pas « {value} ».",
        "« {option} » يتطلب {expected}، لا « {value} ».",
        '"{option}" takes {expected}, not "{value}".',
    ),
    "add_rest_needed": (
        "le repos hebdomadaire du secteur privé est dans le contrat : donnez-le, par exemple --rest sunday.",
        "الراحة الأسبوعية في القطاع الخاص يحددها العقد: أعطوها، مثلا ‎--rest sunday.",
        "the weekly rest of the private sector is in the contract: give it, for example --rest sunday.",
    ),
    "add_rest_public": (
        "--rest va avec --list private : le repos des administrations est dans la table.",
        "‎--rest يستعمل مع ‎--list private: راحة الإدارات موجودة في الجدول.",
        "--rest goes with --list private: the rest of administrations is in the table.",
    ),
    "add_list_of_office": (
        "le délai d'une administration, ou devant un guichet, se compte sur la liste publique. Retirez --list private, ou "
        "ajoutez --for user --no-office.",
        "أجل الإدارة، أو الأجل أمام شباك، يحتسب باللائحة العمومية. احذفوا ‎--list private أو أضيفوا ‎--for user --no-office.",
        "the delay of an administration, or at an office, is counted on the public list. Remove --list private, or add "
        "--for user --no-office.",
    ),
    "add_no_office": (
        "--no-office va avec --for user.",
        "‎--no-office يستعمل مع ‎--for user.",
        "--no-office goes with --for user.",
    ),
    # --- add: the file of days
    "days_not_map": (
        "un fichier de jours a des clés parmi : {keys}.",
        "لملف الأيام مفاتيح من بين: {keys}.",
        "a file of days has keys among: {keys}.",
    ),
    "days_unknown_key": (
        "la clé « {name} » n'existe pas ici. La plus proche : {nearest}.",
        "المفتاح « {name} » غير موجود هنا. الأقرب: {nearest}.",
        'there is no key "{name}" here. The nearest is: {nearest}.',
    ),
    "days_list": (
        "« {name} » attend une liste non vide, par exemple {example}",
        "« {name} » يتطلب لائحة غير فارغة، مثلا {example}",
        '"{name}" takes a list that is not empty, for example {example}',
    ),
    "days_item": (
        "« {name} » : chaque élément s'écrit comme dans {example}",
        "« {name} »: يكتب كل عنصر كما في {example}",
        '"{name}": each item is written as in {example}',
    ),
    "days_lacks": (
        "il manque « {name} ». Écrivez comme dans {example}",
        "ينقص « {name} ». اكتبوا كما في {example}",
        '"{name}" is missing. Write as in {example}',
    ),
    "days_twice": (
        "« {name} » est écrit deux fois (déjà ligne {first}). Gardez-en un.",
        "« {name} » مكتوب مرتين (سبق في السطر {first}). احتفظوا بواحد.",
        '"{name}" is written twice (already on line {first}). Keep one.',
    ),
    "days_title": (
        "« title » attend un texte de {limit} caractères au plus : pourquoi ce jour est fermé.",
        "« title » يتطلب نصا من {limit} حرف على الأكثر: سبب العطلة في هذا اليوم.",
        '"title" takes a text of {limit} characters at most: why the day is closed.',
    ),
    "days_feast": (
        "la table n'a pas de fête « {name} ». Le plus proche : {nearest}.",
        "لا يوجد في الجدول عيد « {name} ». الأقرب: {nearest}.",
        'the table has no feast "{name}". The nearest is: {nearest}.',
    ),
    "days_feast_far": (
        "« {name} » : le {value} est à plus de {limit} jours du {table} de la table. Vérifiez l'année et le mois.",
        "« {name} »: {value} يبعد أكثر من {limit} أيام عن {table} في الجدول. تحققوا من السنة والشهر.",
        '"{name}": {value} is more than {limit} days away from {table}, the date of the table. Check year and month.',
    ),
    "days_weekday": (
        "« {name} » n'est pas un jour de la semaine. Le plus proche : {nearest}.",
        "« {name} » ليس من أيام الأسبوع. الأقرب: {nearest}.",
        '"{name}" is not a day of the week. The nearest is: {nearest}.',
    ),
    "days_rest": (
        "le repos hebdomadaire a au moins un jour, et laisse au moins un jour de travail.",
        "الراحة الأسبوعية يوم واحد على الأقل، ويبقى يوم عمل واحد على الأقل.",
        "the weekly rest has one day at least, and leaves one working day at least.",
    ),
}
