"""The next dates on which an answer changes."""

TEXTS: dict[str, tuple[str, str, str]] = {
    "cmd_watch": (
        "Les prochaines dates où le même dossier recevrait une autre réponse : un titre qui expire, un âge atteint, un "
        "délai qui finit, un texte ou un montant qui change.",
        "التواريخ المقبلة التي يتغير فيها الجواب على الملف نفسه: سند تنتهي صلاحيته، سن يتم بلوغها، أجل ينقضي، "
        "نص أو مبلغ يتغير.",
        "The next dates on which the same file would get another answer: a title expires, an age is reached, a time limit "
        "ends, a text or an amount changes.",
    ),
    "eg_watch": (
        "snia watch cas.yaml --until 2027-12-31",
        "snia watch case.yaml --until 2027-12-31",
        "snia watch case.yaml --until 2027-12-31",
    ),
    "opt_watch_until": (
        "le dernier jour à regarder, AAAA-MM-JJ (défaut : deux ans après la date de la question)",
        "آخر يوم ينظر فيه، YYYY-MM-DD (افتراضا: سنتان بعد تاريخ السؤال)",
        "the last day to look at, YYYY-MM-DD (default: two years after the date of the question)",
    ),
    "opt_full_watch": (
        "pour chaque date, tout ce qui change et pourquoi",
        "لكل تاريخ، كل ما يتغير وسببه",
        "for each date, everything that changes and why",
    ),
    "watch_until": (
        "--until {until} : une date après le {on}, date de la question, et au plus tard le {farthest} est attendue.",
        "--until {until}: ينتظر تاريخ بعد {on} (تاريخ السؤال) وفي {farthest} على أبعد تقدير.",
        "--until {until}: a date after {on}, the date of the question, and not later than {farthest} is expected.",
    ),
    "watch_missed": (
        "un changement de réponse avant le {day} n'a pas été trouvé (cas {case}) : aucune réponse n'est donnée. "
        "C'est un défaut du programme.",
        "لم يعثر على تغير في الجواب قبل {day} (الحالة {case}): لا يعطى أي جواب. هذا عيب في البرنامج.",
        "a change of the answer before {day} was not found (case {case}): no answer is given. "
        "This is a defect of the program.",
    ),
    # --- the screen
    "watch_span": (
        "Mêmes faits, du {on} au {until}.",
        "الوقائع نفسها، من {on} إلى {until}.",
        "The same facts, from {on} to {until}.",
    ),
    "head_watch_changes": ("La réponse changera ({n})", "سيتغير الجواب ({n})", "The answer will change ({n})"),
    "head_watch_none": ("Aucun changement", "لا تغيير", "No change"),
    "watch_none": (
        "Avec les mêmes faits, la réponse reste la même jusqu'au {until}.",
        "بالوقائع نفسها، يبقى الجواب كما هو إلى غاية {until}.",
        "With the same facts, the answer stays the same until {until}.",
    ),
    "watch_none_known": (
        "D'après les faits donnés, la réponse reste la même jusqu'au {until} ; les faits ci-dessous peuvent encore la "
        "changer.",
        "حسب الوقائع المعطاة، يبقى الجواب نفسه إلى غاية {until}؛ والوقائع أدناه قد تغيره.",
        "From the facts given, the answer stays the same until {until}; the facts below may still change it.",
    ),
    "watch_after_cutoff": (
        "Les textes officiels sont lus jusqu'au {known_to}. Les dates après ce jour supposent que le droit n'a pas changé "
        "depuis : vérifiez les textes.",
        "النصوص الرسمية مقروءة إلى غاية {known_to}. والتواريخ بعد هذا اليوم تفترض أن القانون لم يتغير منذئذ: "
        "تحققوا من النصوص.",
        "Official texts are read up to {known_to}. Dates after that day suppose that the law has not changed since: check "
        "the texts.",
    ),
    "watch_day": ("{day} · {days} plus tard", "{day} · بعد {days}", "{day} · {days} later"),
    "watch_from_to": ("{before} → {now}", "من «{before}» إلى «{now}»", "{before} → {now}"),
    "watch_absent": ("sans objet", "غير معني", "not concerned"),
    "watch_covered": ("couvert par le droit", "مشمول بالقانون", "covered by the law"),
    "watch_not_covered": ("non couvert par le droit connu", "غير مشمول بالقانون المعروف", "not covered by the law known"),
    "watch_open": ("encore possible : {outcomes}", "ما زال ممكنا: {outcomes}", "still possible: {outcomes}"),
    "watch_appears": ("s'ajoute : {text}", "يضاف: {text}", "appears: {text}"),
    "watch_goes": ("disparaît : {text}", "يزول: {text}", "goes: {text}"),
    "watch_differs": ("change : {text}", "يتغير: {text}", "changes: {text}"),
    "watch_may": ("peut s'ajouter : {text}", "قد يضاف: {text}", "may be added: {text}"),
    "watch_may_not": ("ne peut plus s'ajouter : {text}", "لم يعد ممكنا أن يضاف: {text}", "can no longer be added: {text}"),
    "watch_possible": ("désormais possible : {text}", "أصبح ممكنا: {text}", "now possible: {text}"),
    "watch_impossible": ("n'est plus possible : {text}", "لم يعد ممكنا: {text}", "no longer possible: {text}"),
    "watch_unsettled": (
        "Selon des faits qui ne sont pas donnés, pourraient changer aussi : {titles}",
        "حسب وقائع غير معطاة، قد يتغير أيضا: {titles}",
        "According to facts that are not given, these may change too: {titles}",
    ),
    "watch_answer": ("{text} ; réponse : {answer}", "{text}؛ الجواب: {answer}", "{text}; answer: {answer}"),
    "watch_minor": ("un délai ou un coût change", "يتغير أجل أو كلفة", "a delay or a cost changes"),
    "label_watch_waiting": (
        "Faits manquants dont dépendent d'autres dates ({n})",
        "وقائع ناقصة تتوقف عليها تواريخ أخرى ({n})",
        "Missing facts on which other dates hang ({n})",
    ),
    "watch_foot": (
        "Textes officiels lus au {known}, notes au {notes}, supposés les mêmes ensuite. "
        "Information, pas un conseil juridique.",
        "النصوص الرسمية المقروءة إلى {known}، والمذكرات إلى {notes}، ويفترض أنها لم تتغير بعد ذلك. "
        "معلومات وليست استشارة قانونية.",
        "Official texts read to {known}, notes to {notes}, supposed the same afterwards. Information, not legal advice.",
    ),
    "watch_counts": ("désormais à dire : {text}", "أصبح لازما قوله: {text}", "now to be said: {text}"),
    "watch_counts_not": ("ne compte plus : {text}", "لم يعد مهما: {text}", "counts no longer: {text}"),
    "watch_asked": ("question ouverte : {text}", "سؤال مفتوح: {text}", "open question: {text}"),
    "label_watch_why": ("Pourquoi", "السبب", "Why"),
    "label_watch_procedures": ("Démarches", "الإجراءات", "Procedures"),
    "label_watch_papers": ("Papiers", "الوثائق", "Papers"),
    "watch_more": (
        "Autres points : {n} ; le détail : snia watch --json, ou snia check à cette date (--on {day})",
        "نقاط أخرى: {n}؛ التفاصيل: snia watch --json أو snia check في هذا التاريخ (--on {day})",
        "Further points: {n}; in detail: snia watch --json, or snia check on that date (--on {day})",
    ),
    # --- why
    "watch_reached": (
        "{title} : {value} (date atteinte)",
        "{title}: {value} (حل التاريخ)",
        "{title}: {value} (date reached)",
    ),
    "watch_passed": ("{title} : {value} (date passée)", "{title}: {value} (مضى التاريخ)", "{title}: {value} (date passed)"),
    "watch_condition_met": (
        "{title} : {value} ; condition désormais remplie : {demand}",
        "{title}: {value}؛ أصبح الشرط متوفرا: {demand}",
        "{title}: {value}; condition now met: {demand}",
    ),
    "watch_condition_unmet": (
        "{title} : {value} ; condition qui n'est plus remplie : {demand}",
        "{title}: {value}؛ لم يعد الشرط متوفرا: {demand}",
        "{title}: {value}; condition no longer met: {demand}",
    ),
    "watch_not_given": (
        "{title} : non donné, et ce que cela peut encore être change ce jour-là",
        "{title}: غير معطى، وما يمكن أن يكونه يتغير في هذا اليوم",
        "{title}: not given, and what it may still be changes on that day",
    ),
    "watch_in_force": (
        "{text} : en vigueur à partir de ce jour",
        "{text}: ساري ابتداء من هذا اليوم",
        "{text}: in force from this day",
    ),
    "watch_out_of_force": ("{text} : n'est plus en vigueur", "{text}: لم يعد ساريا", "{text}: no longer in force"),
    # --- what ends
    "head_watch_ends": ("Ce qui prend fin ({n})", "ما ينتهي ({n})", "What ends ({n})"),
    "watch_ends": ("{title}. {text}", "{title}. {text}", "{title}. {text}"),
    "watch_ends_act": (
        "agir d'ici ce jour pour « {title} », le {day}. {text}",
        "التصرف في هذا اليوم على أبعد تقدير من أجل «{title}»، في {day}. {text}",
        'act by this day for "{title}", on {day}. {text}',
    ),
    "watch_ends_papers": (
        "dernier jour de validité : {titles}",
        "آخر يوم للصلاحية: {titles}",
        "last day of validity: {titles}",
    ),
    "watch_ends_too_old": (
        "dernier jour de validité, avant l'étape qui en a besoin : {titles}",
        "آخر يوم للصلاحية، قبل المرحلة التي تحتاجها: {titles}",
        "last day of validity, before the step that needs it: {titles}",
    ),
    # --- what hangs on missing facts, and other ends
    "head_watch_waiting": (
        "Des changements dépendent de faits qui manquent ({n})",
        "تغييرات متوقفة على وقائع ناقصة ({n})",
        "Changes hang on facts that are missing ({n})",
    ),
    "watch_waiting": (
        "Sans eux, les dates correspondantes ne peuvent pas être données :",
        "بدونها لا يمكن إعطاء التواريخ المرتبطة بها:",
        "Without them the dates that follow from them cannot be given:",
    ),
    "label_watch_minor": ("Pour des points secondaires", "لنقاط ثانوية", "For minor points"),
    "head_watch_refusal": ("Faits à mettre à jour", "وقائع يجب تحيينها", "Facts to bring up to date"),
    "watch_refusal": (
        "À partir du {day}, ces faits ne peuvent plus être tous vrais, et la suite n'est pas calculée : {text}",
        "ابتداء من {day} لا يمكن أن تكون هذه الوقائع كلها صحيحة، ولا يحسب ما بعدها: {text}",
        "From {day} these facts cannot all be true any more, and what follows is not computed: {text}",
    ),
    "watch_running": (
        "Ces montants changent avec la date, presque chaque jour, et ne font pas à eux seuls un changement : {names}.",
        "هذه المبالغ تتغير مع التاريخ كل يوم تقريبا، ولا تعد وحدها تغييرا: {names}.",
        "These amounts change with the date, nearly every day, and make no change by themselves: {names}.",
    ),
}
