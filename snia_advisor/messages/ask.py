"""The interview: questions, answers, progress."""

TEXTS: dict[str, tuple[str, str, str]] = {
    # --- commands and options
    "cmd_ask": (
        "L'entretien : il pose, une à une, les seules questions qui peuvent encore changer la réponse, puis donne l'avis.",
        "المقابلة: تطرح، واحدا تلو الآخر، الأسئلة التي يمكن أن تغير الجواب دون غيرها، ثم تعطي الرأي.",
        "The interview: it asks, one by one, only the questions that can still change the answer, then gives the advice.",
    ),
    "eg_ask": (
        "snia ask hire_employee --save cas.yaml",
        "snia ask hire_employee --save case.yaml",
        "snia ask hire_employee --save case.yaml",
    ),
    "arg_path": (
        "le but : hire_employee, renew_employee... (défaut : celui du cas, sinon on vous le demande)",
        "الهدف: hire_employee أو renew_employee... (افتراضا: هدف الحالة، وإلا سئلتم عنه)",
        "the goal: hire_employee, renew_employee... (default: that of the case, else you are asked)",
    ),
    "opt_from": (
        "partir d'un cas déjà commencé (YAML ou JSON)",
        "الانطلاق من حالة بدأت من قبل (YAML أو JSON)",
        "start from a case already begun (YAML or JSON)",
    ),
    "opt_save": (
        "enregistrer le cas dans ce fichier, à la fin ou avec s (défaut : rien n'est enregistré)",
        "حفظ الحالة في هذا الملف، في النهاية أو بالحرف s (افتراضا: لا يحفظ شيء)",
        "save the case in this file, at the end or with s (default: nothing is saved)",
    ),
    "opt_ask": (
        "s'il manque des faits, les demander dans un entretien avant de donner l'avis",
        "إن نقصت وقائع، السؤال عنها في مقابلة قبل إعطاء الرأي",
        "if facts are missing, ask for them in an interview before giving the advice",
    ),
    # --- where an interview is not possible
    "ask_terminal": (
        "un entretien a besoin d'un terminal, pour lire et pour écrire. Ailleurs, utilisez snia check avec un fichier.",
        "تحتاج المقابلة إلى طرفية للقراءة والكتابة. في غير ذلك استعملوا snia check مع ملف.",
        "an interview needs a terminal, to read and to write. Elsewhere, use snia check with a file.",
    ),
    "ask_stdin": (
        "un cas lu sur l'entrée standard ne se complète pas par un entretien. Enregistrez-le d'abord dans un fichier.",
        "لا يمكن إتمام حالة مقروءة من المدخل القياسي بمقابلة. احفظوها أولا في ملف.",
        "a case read from standard input cannot be completed by an interview. Save it in a file first.",
    ),
    "ask_json": (
        "--ask et --json ne vont pas ensemble : la sortie ne tiendrait que le document JSON. Enlevez l'un des deux.",
        "لا يجتمع --ask و --json: المخرج لا يتسع إلا لوثيقة JSON. احذفوا أحدهما.",
        "--ask and --json do not go together: the output holds one JSON document only. Leave one of them out.",
    ),
    # --- the choice of a path
    "ask_paths": ("Que voulez-vous faire ?", "ماذا تريدون أن تفعلوا؟", "What do you want to do?"),
    "ask_path_form": (
        "Tapez un numéro, ou une partie du nom.",
        "اكتبوا رقما أو جزءا من الاسم.",
        "Type a number, or a part of the name.",
    ),
    # --- a question
    "ask_progress": ("Question {n}, au plus {left}", "السؤال {n}، يليه على الأكثر {left}", "Question {n}, at most {left}"),
    "ask_progress_last": ("Question {n}, la dernière", "السؤال {n}، وهو الأخير", "Question {n}, the last one"),
    "count_questions_left": (
        "{n} de plus|{n} de plus",
        "لا سؤال|سؤال واحد|سؤالان|{n} أسئلة|{n} سؤالا|{n} سؤال",
        "{n} more|{n} more",
    ),
    "ask_known": ("Donné jusqu'ici", "المعطى إلى الآن", "Given so far"),
    "ask_settles": (
        "Certaines réponses tranchent déjà :",
        "بعض الأجوبة تحسم منذ الآن:",
        "Some answers already settle something:",
    ),
    "ask_settles_line": ("{answer} → {outcomes}", "{answer} ← {outcomes}", "{answer} → {outcomes}"),
    "ask_settles_more": (
        "… et {n} de plus : tapez {letter}",
        "… و{n} غيرها: اكتبوا {letter}",
        "… and {n} more: type {letter}",
    ),
    "ask_span": ("de {low} à {high}", "من {low} إلى {high}", "from {low} to {high}"),
    "ask_span_days": ("du {low} au {high}", "من {low} إلى {high}", "from {low} to {high}"),
    "ask_alone": ("{answer} seul", "{answer} وحده", "{answer} alone"),
    "ask_any": ("toute réponse", "أي جواب", "any answer"),
    # --- how to answer
    "ask_form_yes_no": ("Répondez oui ou non (o, n).", "أجيبوا بنعم أو لا.", "Answer yes or no (y, n)."),
    "ask_form_choice": ("Tapez un numéro.", "اكتبوا رقما.", "Type a number."),
    "ask_form_set": (
        "Tapez un ou plusieurs numéros (1, 3), ou 0 pour aucun de ces cas.",
        "اكتبوا رقما أو عدة أرقام (1، 3)، أو 0 إن لم ينطبق شيء.",
        "Type one or more numbers (1, 3), or 0 for none of these.",
    ),
    "ask_form_search": (
        "Tapez une partie du nom, en français, en arabe ou en anglais.",
        "اكتبوا جزءا من الاسم بالفرنسية أو العربية أو الإنجليزية.",
        "Type a part of the name, in French, Arabic or English.",
    ),
    "ask_form_search_set": (
        "Tapez une partie du nom, en français, en arabe ou en anglais, un nom à la fois ; 0 pour aucun.",
        "اكتبوا جزءا من الاسم بالفرنسية أو العربية أو الإنجليزية، اسما واحدا في كل مرة؛ 0 إن لم يوجد.",
        "Type a part of the name, in French, Arabic or English, one name at a time; 0 for none.",
    ),
    "ask_form_date": (
        "Tapez une date : {figures} ou {words}.",
        "اكتبوا تاريخا: {figures} أو {words}.",
        "Type a date: {figures} or {words}.",
    ),
    "ask_form_integer": ("Tapez un nombre entier.", "اكتبوا عددا صحيحا.", "Type a whole number."),
    "ask_form_decimal": (
        "Tapez un nombre, par exemple {example}.",
        "اكتبوا عددا، مثلا {example}.",
        "Type a number, such as {example}.",
    ),
    "ask_form_records": (
        "Les lignes sont demandées une à une, colonne par colonne.",
        "تطلب الأسطر واحدا واحدا، خانة بخانة.",
        "The entries are asked for one by one, column by column.",
    ),
    "ask_form_or_none": (
        "{form} S'il n'y en a pas : aucun.",
        "{form} إن لم يوجد: لا يوجد.",
        "{form} If there is none: none.",
    ),
    "ask_another": (
        "Un autre nom ? Tapez-le, ou Entrée si c'est tout.",
        "اسم آخر؟ اكتبوه، أو Enter إن كان هذا كل شيء.",
        "Another name? Type it, or press Enter if that is all.",
    ),
    "ask_mean": ("Lequel voulez-vous dire ?", "أيها تقصدون؟", "Which one do you mean?"),
    "ask_mean_none": ("aucun de ceux-là", "لا شيء منها", "none of those"),
    "ask_mean_more": (
        "{n} noms correspondent : tapez plus de lettres pour voir les autres.",
        "عدد الأسماء المطابقة {n}: اكتبوا حروفا أكثر لرؤية غيرها.",
        "{n} names match: type more letters to see the others.",
    ),
    "ask_record_any": (
        "Y a-t-il une ligne à inscrire (o, n) ?",
        "هل من سطر يسجل (نعم، لا)؟",
        "Is there an entry to write down (y, n)?",
    ),
    "ask_record_more": (
        "Y a-t-il une autre ligne (o, n) ?",
        "هل من سطر آخر (نعم، لا)؟",
        "Is there another entry (y, n)?",
    ),
    "ask_record": ("Ligne {n} : {title}", "السطر {n}: {title}", "Entry {n}: {title}"),
    # --- keys
    "ask_key_help": ("aide", "مساعدة", "help"),
    "ask_key_back": ("retour", "رجوع", "back"),
    "ask_key_unknown": ("je ne sais pas", "لا أعرف", "I don't know"),
    "ask_key_save": ("enregistrer", "حفظ", "save"),
    "ask_key_quit": ("arrêter", "توقف", "stop"),
    "ask_keys": ("Touches", "المفاتيح", "Keys"),
    "ask_long_help": (
        "cette aide : la question en entier, ses textes, ce que chaque réponse tranche",
        "هذه المساعدة: السؤال كاملا ونصوصه وما يحسمه كل جواب",
        "this help: the whole question, its texts, what each answer settles",
    ),
    "ask_long_back": ("revenir à la question précédente", "الرجوع إلى السؤال السابق", "go back to the question before"),
    "ask_long_unknown": (
        "je ne sais pas : la question n'est plus posée, l'avis dira ce qui en dépend",
        "لا أعرف: لا يعاد السؤال، والرأي يبين ما يتوقف عليه",
        "I don't know: it is not asked again, and the advice says what depends on it",
    ),
    "ask_long_save": (
        "enregistrer le cas et arrêter ; on reprend avec snia ask --from FICHIER",
        "حفظ الحالة والتوقف؛ وتستأنف بالأمر snia ask --from ملف",
        "save the case and stop; take it up again with snia ask --from FILE",
    ),
    "ask_long_quit": (
        "arrêter sans rien enregistrer (aussi Ctrl-C, Ctrl-D)",
        "التوقف دون حفظ أي شيء (وكذلك Ctrl-C و Ctrl-D)",
        "stop without saving anything (also Ctrl-C, Ctrl-D)",
    ),
    # --- what a typed answer lacks
    "ask_empty": (
        "Tapez une réponse, ou u si vous ne savez pas.",
        "اكتبوا جوابا، أو u إن كنتم لا تعرفون.",
        "Type an answer, or u if you do not know.",
    ),
    "ask_yes_no_form": (
        "« {value} » n'est ni oui ni non. Tapez o ou n, ou u si vous ne savez pas.",
        "« {value} » ليس نعم ولا لا. اكتبوا نعم أو لا، أو u إن كنتم لا تعرفون.",
        '"{value}" is neither yes nor no. Type y or n, or u if you do not know.',
    ),
    "ask_option_number": (
        "« {value} » : il n'y a que les numéros 1 à {last}.",
        "« {value} »: الأرقام من 1 إلى {last} فقط.",
        '"{value}": there are only the numbers 1 to {last}.',
    ),
    "ask_option_form": (
        "« {value} » n'est pas une des réponses. Tapez un numéro de 1 à {last}.",
        "« {value} » ليس من الأجوبة. اكتبوا رقما من 1 إلى {last}.",
        '"{value}" is not one of the answers. Type a number from 1 to {last}.',
    ),
    "ask_not_found": (
        "« {value} » ne se trouve pas dans la liste. Essayez une autre orthographe, ou le début du nom.",
        "« {value} » غير موجود في اللائحة. جربوا كتابة أخرى أو بداية الاسم.",
        '"{value}" is not found in the list. Try another spelling, or the beginning of the name.',
    ),
    "ask_date_form": (
        "« {value} » n'est pas une date. Écrivez par exemple 5/11/2026, 2026-11-05 ou 5 novembre 2026.",
        "« {value} » ليس تاريخا. اكتبوا مثلا 5/11/2026 أو 2026-11-05 أو 5 نونبر 2026.",
        '"{value}" is not a date. Write for instance 5/11/2026, 2026-11-05 or 5 November 2026.',
    ),
    "ask_date_month": (
        "« {value} » : on ne sait pas de quel mois il s'agit. Écrivez son nom en entier.",
        "« {value} »: الشهر غير واضح. اكتبوا اسمه كاملا.",
        '"{value}": it is not clear which month this is. Write its whole name.',
    ),
    "ask_date_order": (
        "« {value} » : le mois va de 1 à 12. Écrivez le jour, le mois, puis l'année : 5/11/2026 est le 5 novembre.",
        "« {value} »: الشهر من 1 إلى 12. اكتبوا اليوم ثم الشهر ثم السنة: 5/11/2026 هو 5 نونبر.",
        '"{value}": the month goes from 1 to 12. Write day, month, then year: 5/11/2026 is 5 November.',
    ),
    "ask_date_year": (
        "« {value} » : écrivez l'année avec quatre chiffres, pour ne pas se tromper de siècle.",
        "« {value} »: اكتبوا السنة بأربعة أرقام حتى لا يقع خطأ في القرن.",
        '"{value}": write the year with four digits, so that the century is sure.',
    ),
    "ask_date_far": (
        "« {value} » : cette année n'est pas vraisemblable. Vérifiez-la.",
        "« {value} »: هذه السنة غير معقولة. تحققوا منها.",
        '"{value}": this year is not plausible. Check it.',
    ),
    "ask_date_impossible": (
        "« {value} » : ce jour n'existe pas dans le calendrier.",
        "« {value} »: هذا اليوم غير موجود في التقويم.",
        '"{value}": there is no such day in the calendar.',
    ),
    "ask_number_form": (
        "« {value} » n'est pas un nombre. Écrivez-le en chiffres.",
        "« {value} » ليس عددا. اكتبوه بالأرقام.",
        '"{value}" is not a number. Write it in figures.',
    ),
    "ask_number_whole": (
        "« {value} » : il faut un nombre entier, sans décimales.",
        "« {value} »: يلزم عدد صحيح دون كسور.",
        '"{value}": a whole number is needed, without decimals.',
    ),
    "ask_number_places": (
        "« {value} » : au plus {places} chiffres après la virgule.",
        "« {value} »: {places} أرقام بعد الفاصلة على الأكثر.",
        '"{value}": at most {places} digits after the decimal mark.',
    ),
    "ask_number_ambiguous": (
        "« {value} » se lit de deux façons. Écrivez {together}, ou {apart} avec moins de décimales.",
        "« {value} » يقرأ على وجهين. اكتبوا {together}، أو {apart} بأرقام أقل بعد الفاصلة.",
        '"{value}" can be read in two ways. Write {together}, or {apart} with fewer decimals.',
    ),
    "ask_number_low": (
        "« {value} » : le nombre est au moins {low}.",
        "« {value} »: العدد لا يقل عن {low}.",
        '"{value}": the number is at least {low}.',
    ),
    "ask_number_high": (
        "« {value} » : le nombre est au plus {high}.",
        "« {value} »: العدد لا يزيد على {high}.",
        '"{value}": the number is at most {high}.',
    ),
    "ask_unusual": (
        "« {value} » : ce n'est pas habituel ({usual}). Est-ce bien exact ? (o/n)",
        "« {value} »: هذا غير معتاد ({usual}). هل هو صحيح فعلا؟ (نعم/لا)",
        '"{value}": this is not usual ({usual}). Is it right? (y/n)',
    ),
    "ask_again": ("Écrivez la réponse de nouveau.", "اكتبوا الجواب من جديد.", "Write the answer again."),
    "ask_refused": (
        "Cette réponse ne va pas avec les précédentes : {text}",
        "هذا الجواب لا يتفق مع ما سبقه: {text}",
        "This answer does not go with those before it: {text}",
    ),
    "ask_check_them": (
        "Vérifiez : {facts}. Corrigez cette réponse, ou tapez b pour revenir.",
        "تحققوا من: {facts}. صححوا هذا الجواب، أو اكتبوا b للرجوع.",
        "Check: {facts}. Correct this answer, or type b to go back.",
    ),
    "ask_first": (
        "C'est la première question : il n'y en a pas avant.",
        "هذا هو السؤال الأول: لا سؤال قبله.",
        "This is the first question: there is none before it.",
    ),
    "ask_path_first": (
        "Choisissez d'abord ce que vous voulez faire, ou tapez q pour arrêter.",
        "اختاروا أولا ما تريدون فعله، أو اكتبوا q للتوقف.",
        "Choose first what you want to do, or type q to stop.",
    ),
    # --- the end
    "ask_noted_unknown": ("{title} : vous ne savez pas", "{title}: لا تعرفون", "{title}: you do not know"),
    "ask_removed": ("Enlevé : {title}", "حذف: {title}", "Removed: {title}"),
    "ask_taken_back": ("Réponse reprise.", "سحب الجواب.", "Answer taken back."),
    "ask_done": (
        "Aucune autre réponse ne peut plus changer le résultat. Voici l'avis.",
        "لم يعد أي جواب آخر يغير النتيجة. هذا هو الرأي.",
        "No further answer can change the result. Here is the advice.",
    ),
    "ask_done_unknown": (
        "Seules restent les questions dont vous ne connaissez pas la réponse. Voici l'avis.",
        "لم تبق إلا الأسئلة التي لا تعرفون جوابها. هذا هو الرأي.",
        "Only the questions that you cannot answer are left. Here is the advice.",
    ),
    "ask_file": (
        "Nom du fichier (Entrée : continuer sans enregistrer)",
        "اسم الملف (Enter: المتابعة دون حفظ)",
        "Name of the file (Enter: go on without saving)",
    ),
    "ask_replace_case": (
        "{file} existe déjà : c'est un autre cas. Le remplacer (o, n) ?",
        "{file} موجود من قبل، وهو حالة أخرى. هل يستبدل (نعم، لا)؟",
        "{file} exists already: it is another case. Replace it (y, n)?",
    ),
    "ask_replace_other": (
        "{file} existe déjà et n'est pas un cas enregistré. Le remplacer (o, n) ?",
        "{file} موجود من قبل وليس حالة محفوظة. هل يستبدل (نعم، لا)؟",
        "{file} exists already and is not a saved case. Replace it (y, n)?",
    ),
    "ask_resume": (
        "Pour reprendre : snia ask --from {file}",
        "للاستئناف: snia ask --from {file}",
        "To take it up again: snia ask --from {file}",
    ),
    "ask_stopped": (
        "Arrêté. Rien n'a été enregistré.",
        "توقف. لم يحفظ شيء.",
        "Stopped. Nothing was saved.",
    ),
}
