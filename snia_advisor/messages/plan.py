"""The dated plan of a procedure."""

TEXTS: dict[str, tuple[str, str, str]] = {
    # --- the command
    "cmd_plan": (
        "La démarche entière, datée : les étapes dans l'ordre, les papiers à cocher, ce qu'il faut demander au guichet.",
        "الإجراء كاملا بتواريخه: المراحل بالترتيب، والوثائق مع خانات، وما يسأل عنه الشباك.",
        "The whole procedure, dated: the steps in order, the papers to tick off, what to ask the desk.",
    ),
    "eg_plan": (
        "snia plan cas.yaml --from 2026-11-05 --event file_validated=2026-11-09",
        "snia plan case.yaml --from 2026-11-05 --event file_validated=2026-11-09",
        "snia plan case.yaml --from 2026-11-05 --event file_validated=2026-11-09",
    ),
    "opt_plan_from": (
        "le premier jour où quelqu'un agit, AAAA-MM-JJ (défaut : la date de la question)",
        "أول يوم يتصرف فيه أحد، YYYY-MM-DD (افتراضا: تاريخ السؤال)",
        "the first day on which somebody acts, YYYY-MM-DD (default: the date of the question)",
    ),
    "opt_event": (
        "ce qui est arrivé, et quand : file_validated=2026-11-09 ; peut se répéter",
        "ما حدث وتاريخه: file_validated=2026-11-09؛ يمكن تكراره",
        "what has happened, and when: file_validated=2026-11-09; may be repeated",
    ),
    "opt_format": (
        "text, json, ou ics (un fichier d'agenda)",
        "text أو json أو ics (ملف مفكرة)",
        "text, json, or ics (a calendar file)",
    ),
    "opt_plan_explain": (
        "montrer chaque date jour par jour, et les textes en entier",
        "إظهار كل تاريخ يوما بيوم، والنصوص كاملة",
        "show each date day by day, and the texts in full",
    ),
    # --- what is wrong with the command
    "event_form": (
        "« --event {value} » : écrivez le nom, le signe = et la date, par exemple file_validated=2026-11-09.",
        "« --event {value} »: اكتبوا الاسم وعلامة = والتاريخ، مثلا file_validated=2026-11-09.",
        '"--event {value}": write the name, the sign = and the date, for example file_validated=2026-11-09.',
    ),
    "event_date": (
        "« --event {name} » : « {value} » n'est pas une date. Écrivez l'année, le mois et le jour : 2026-11-09.",
        "« --event {name} »: « {value} » ليس تاريخا. اكتبوا السنة والشهر واليوم: 2026-11-09.",
        '"--event {name}": "{value}" is not a date. Write year, month and day: 2026-11-09.',
    ),
    "event_unknown": (
        "l'événement « {name} » n'existe pas. Le plus proche : {nearest}.",
        "الحدث « {name} » غير موجود. الأقرب: {nearest}.",
        'there is no event "{name}". The nearest is: {nearest}.',
    ),
    "event_twice": (
        "l'événement « {name} » est donné deux fois. Gardez une seule date.",
        "الحدث « {name} » معطى مرتين. احتفظوا بتاريخ واحد.",
        'the event "{name}" is given twice. Keep one date.',
    ),
    "event_several": (
        "« {name} » arrive dans plusieurs démarches de ce cas. Dites laquelle : {names}.",
        "« {name} » يقع في عدة إجراءات من هذه الحالة. حددوا أيها: {names}.",
        '"{name}" happens in several procedures of this case. Say which: {names}.',
    ),
    "event_and_fact": (
        "« {name} » : le cas dit {given} ({fact}), la commande dit {told}. Gardez une seule date : --set {fact}={told}.",
        "« {name} »: تقول الحالة {given} ({fact}) ويقول الأمر {told}. احتفظوا بتاريخ واحد: --set {fact}={told}.",
        '"{name}": the case says {given} ({fact}), the command says {told}. Keep one date: --set {fact}={told}.',
    ),
    "format_unknown": (
        "« --format {value} » n'existe pas. Le plus proche : {nearest}.",
        "« --format {value} » غير موجود. الأقرب: {nearest}.",
        'there is no "--format {value}". The nearest is: {nearest}.',
    ),
    "format_and_json": (
        "--json et --format {value} se contredisent. Gardez l'un des deux.",
        "--json و --format {value} متعارضان. احتفظوا بأحدهما.",
        "--json and --format {value} contradict each other. Keep one of them.",
    ),
    # --- the head of the plan
    "plan_title": (
        "Plan à partir du {day}",
        "خطة ابتداء من {day}",
        "Plan from {day}",
    ),
    "plan_end": (
        "Fin du chemin daté : {day}, si chacun prend tout le temps qu'il a.",
        "نهاية المسار المؤرخ: {day}، إذا استنفد كل طرف كامل أجله.",
        "The dated way ends on {day}, if everybody takes all the time they have.",
    ),
    "plan_end_open": (
        "Rien ne fixe la fin de : {steps}. Ce qui en dépend n'a pas de date.",
        "لا شيء يحدد نهاية: {steps}. وما يتوقف عليها دون تاريخ.",
        "Nothing fixes the end of: {steps}. What depends on it has no date.",
    ),
    "plan_way": (
        "Étapes qui fixent cette fin : {numbers}.",
        "المراحل التي تحدد هذه النهاية: {numbers}.",
        "The steps that fix this end: {numbers}.",
    ),
    "plan_nothing_no": (
        "Aucune démarche à suivre : la réponse est non. Voyez d'abord ce qui s'y oppose : snia check.",
        "لا إجراء يتبع: الجواب هو لا. انظروا أولا ما يحول دون ذلك: snia check.",
        "No procedure to follow: the answer is no. See first what stands in the way: snia check.",
    ),
    "plan_nothing_open": (
        "Aucune démarche n'est sûre tant que la réponse dépend d'une question : répondez d'abord.",
        "لا إجراء مؤكد ما دام الجواب متوقفا على سؤال: أجيبوا أولا.",
        "No procedure is sure while the answer depends on a question: answer it first.",
    ),
    "plan_nothing": (
        "Aucune démarche à suivre pour ce parcours.",
        "لا إجراء يتبع في هذا المسار.",
        "No procedure to follow for this path.",
    ),
    "plan_starts_before": (
        "Le plan part du {start}, avant la date de la question ({on}) : le droit reste celui de la question.",
        "تبدأ الخطة من {start}، قبل تاريخ السؤال ({on}): ويبقى القانون قانون تاريخ السؤال.",
        "The plan starts on {start}, before the date of the question ({on}): the law stays that of the question.",
    ),
    "plan_event_unused": (
        "Aucune étape de ce plan n'attend « {title} » ({event}) : sa date n'a rien changé.",
        "لا تنتظر أي مرحلة من هذه الخطة « {title} » ({event}): فتاريخه لم يغير شيئا.",
        'No step of this plan waits for "{title}" ({event}): its date changed nothing.',
    ),
    "plan_no_calendar": (
        "Ces règles n'ont pas de calendrier : aucune date n'est calculée.",
        "هذه القواعد دون تقويم: لا يحسب أي تاريخ.",
        "These rules have no calendar: no date is computed.",
    ),
    # --- sections
    "head_plan_procedures": ("Les démarches", "الإجراءات", "The procedures"),
    "head_plan_steps": ("Les étapes, dans l'ordre", "المراحل بالترتيب", "The steps, in order"),
    "head_plan_beside": (
        "À côté du chemin : limites et recours",
        "إلى جانب المسار: حدود وطعون",
        "Beside the way: limits and remedies",
    ),
    "head_tick_list": ("Les papiers, à cocher", "الوثائق، مع خانات", "The papers, to tick off"),
    "head_cover_list": ("Bordereau d'envoi : {title}", "ورقة الإرسال: {title}", "Cover list: {title}"),
    "head_desk": (
        "Questions pour le guichet : {authority}",
        "أسئلة للشباك: {authority}",
        "Questions for the desk: {authority}",
    ),
    "head_key_dates": ("Les dates qui comptent", "التواريخ المهمة", "The dates that matter"),
    # --- a step
    "label_procedure": ("Démarche", "الإجراء", "Procedure"),
    "label_parallel": ("En même temps", "في الوقت نفسه", "At the same time"),
    "label_papers": ("Papiers", "الوثائق", "Papers"),
    "plan_papers": ("{papers} (liste plus bas)", "{papers} (اللائحة أسفله)", "{papers} (list below)"),
    "plan_step_number": ("{number} {title}", "{number} {title}", "{number} {title}"),
    "count_papers": (
        "{n} papier|{n} papiers",
        "لا وثيقة|وثيقة واحدة|وثيقتان|{n} وثائق|{n} وثيقة|{n} وثيقة",
        "{n} paper|{n} papers",
    ),
    "plan_from": ("à partir du {day}.", "ابتداء من {day}.", "from {day}."),
    "plan_from_no_time": (
        "à partir du {day} ; aucun texte ne fixe de délai.",
        "ابتداء من {day}؛ لا نص يحدد أجلا.",
        "from {day}; no text sets a time.",
    ),
    "plan_no_time": (
        "aucune : aucun texte ne fixe de délai.",
        "لا تاريخ: لا نص يحدد أجلا.",
        "none: no text sets a time.",
    ),
    "plan_waits": (
        "aucune : attend {steps}, dont rien ne fixe la fin.",
        "لا تاريخ: تنتظر {steps}، ولا شيء يحدد نهاية ذلك.",
        "none: it waits for {steps}, whose end nothing fixes.",
    ),
    "plan_clock_undated": (
        "aucune : tout part de {events}, sans date encore.",
        "لا تاريخ: البداية من {events}، ولا تاريخ له بعد.",
        "none: it all starts with {events}, which has no date yet.",
    ),
    "plan_done": ("fait, le {day} au plus tard.", "تم، في {day} على أبعد تقدير.", "done, by {day} at the latest."),
    "plan_foreseen": ("prévu le {day}.", "متوقع في {day}.", "foreseen for {day}."),
    "plan_by_fact": (
        "à faire le {day} au plus tard ({fact}).",
        "آخر يوم للقيام بالعمل: {day} ({fact}).",
        "to be done by {day} at the latest ({fact}).",
    ),
    "plan_undated": ("sans date", "دون تاريخ", "no date"),
    "plan_passed": (
        "Cette échéance est passée depuis le {day}. Agissez sans attendre et demandez au guichet ce qui reste possible.",
        "انقضى هذا الأجل منذ {day}. تصرفوا دون انتظار واسألوا الشباك عما يبقى ممكنا.",
        "This deadline passed on {day}. Act without waiting, and ask the desk what is still possible.",
    ),
    "plan_prudent_passed": (
        "La date prudente est passée, mais le délai lui-même finit le {day} : agissez sans attendre.",
        "انقضى التاريخ الاحتياطي، لكن الأجل نفسه ينتهي في {day}: تصرفوا دون انتظار.",
        "The prudent date is over, but the delay itself ends on {day}: act without waiting.",
    ),
    "plan_late": (
        "Cette échéance tombe avant que l'étape soit possible ({day}) : avancez ce qui précède, ou demandez au guichet.",
        "يحل هذا الأجل قبل أن تصبح المرحلة ممكنة ({day}): عجلوا بما قبلها، أو اسألوا الشباك.",
        "This deadline comes before the step can be taken ({day}): hurry what comes first, or ask the desk.",
    ),
    "plan_not_before": ("Pas avant : {fact}.", "ليس قبل: {fact}.", "Not before: {fact}."),
    "plan_assumed": (
        "Supposé : {events} le même jour, faute de date. Quand vous la savez : {how}",
        "افتراض: {events} في اليوم نفسه، لعدم معرفة التاريخ. عند معرفته: {how}",
        "Assumed: {events} on the same day, for want of a date. When you know it: {how}",
    ),
    "plan_tell": ("Quand ce sera fait : {how}", "بعد حدوثه: {how}", "Once it has happened: {how}"),
    "plan_may_move": ("Peut bouger : {doubts}.", "قد يتغير: {doubts}.", "It may move: {doubts}."),
    "plan_certain": ("Date certaine.", "تاريخ مؤكد.", "This date is certain."),
    "plan_rests": (
        "Prévision, qui peut bouger : {doubts}.",
        "توقع قد يتغير: {doubts}.",
        "A forecast that may move: {doubts}.",
    ),
    "plan_key_certain": ("certaine", "مؤكد", "certain"),
    "plan_key_closures": (
        "certaine, sauf fermeture exceptionnelle",
        "مؤكد، ما عدا عطلة استثنائية",
        "certain, save an exceptional closure",
    ),
    "plan_flag_unit": (
        "le texte se compte de deux façons",
        "يحتسب النص بطريقتين",
        "the text can be counted in two ways",
    ),
    "plan_flag_moon": ("la lune", "رؤية الهلال", "the moon"),
    "plan_flag_assumed": ("des dates supposées", "تواريخ مفترضة", "assumed dates"),
    "plan_flag_planned": (
        "une autorité peut répondre plus tôt",
        "قد تجيب جهة قبل ذلك",
        "an authority may answer sooner",
    ),
    "plan_flag_closures": (
        "une fermeture exceptionnelle",
        "عطلة استثنائية",
        "an exceptional closure",
    ),
    "plan_flag_outside": (
        "hors de la table des jours fermés",
        "خارج جدول أيام العطلة",
        "beyond the table of closed days",
    ),
    "plan_flag_corrected": ("vos propres jours (--days)", "أيامكم الخاصة (--days)", "your own days (--days)"),
    # --- the tick list
    "tick_employer": ("Fournis par l'employeur", "يقدمها المشغل", "From the employer"),
    "tick_worker": ("Fournis par le salarié", "يقدمها الأجير", "From the worker"),
    "tick_third_party": ("Fournis par un tiers", "يقدمها الغير", "From a third party"),
    "tick_authority": (
        "Remis par l'autorité, à garder",
        "تسلمها الجهة المختصة، وتحفظ",
        "Given by the authority, to be kept",
    ),
    "tick_for": ("{received} (étape {number})", "{received} (المرحلة {number})", "{received} (step {number})"),
    "tick_use": ("{step} : {details}", "{step}: {details}", "{step}: {details}"),
    "tick_valid_until": ("Valable jusqu'au {day}.", "صالحة إلى {day}.", "Valid until {day}."),
    "tick_expired": (
        "A expiré le {until}. Renouvelez-le, ou demandez au guichet ce qu'il accepte.",
        "انتهت صلاحيتها في {until}. جددوها، أو اسألوا الشباك عما يقبله.",
        "Expired on {until}. Renew it, or ask the desk what it accepts.",
    ),
    "tick_will_expire": (
        "Aura expiré le {until}, avant l'étape du {day}. Renouvelez-le avant, ou demandez au guichet ce qu'il accepte.",
        "ستكون صلاحيتها قد انتهت في {until}، قبل مرحلة {day}. جددوها قبل ذلك، أو اسألوا الشباك عما يقبله.",
        "Will have expired on {until}, before the step of {day}. Renew it first, or ask the desk what it accepts.",
    ),
    "tick_issued_after": (
        "À faire établir le {day} ou après.",
        "يجب أن تكون محررة في {day} أو بعده.",
        "To be issued on {day} or later.",
    ),
    "tick_received": (
        "reçu le ................",
        "تم التسلم في ................",
        "received on ................",
    ),
    # --- the cover list
    "cover_to": ("À", "إلى", "To"),
    "cover_case": ("Cas", "الحالة", "Case"),
    "cover_planned": ("Dépôt prévu", "الإيداع المتوقع", "Lodging foreseen"),
    "cover_lodged": (
        "déposé le .................... reçu par ....................",
        "أودع في .................... تسلمه ....................",
        "lodged on .................... received by ....................",
    ),
    "cover_line": ("{title} : {details}", "{title}: {details}", "{title}: {details}"),
    "cover_total": ("Total : {papers}, {details}", "المجموع: {papers}، {details}", "Total: {papers}, {details}"),
    # --- the questions for the desk
    "desk_any": ("l'autorité compétente", "الجهة المختصة", "the competent authority"),
    "desk_deciding": (
        "La réponse du cas en dépend.",
        "يتوقف عليه جواب الحالة.",
        "The answer to the case depends on it.",
    ),
    "desk_depends": ("En dépend", "يتوقف عليه", "What depends on it"),
    "desk_above": ("{title} (plus haut)", "{title} (أعلاه)", "{title} (above)"),
    "desk_answer": (
        "réponse : .................. donnée par .................. le ..........",
        "الجواب: .................. أعطاه .................. في ..........",
        "answer: .................. given by .................. on ..........",
    ),
    # --- the dates that matter
    "plan_kind_act_from": ("on peut agir", "يمكن القيام بالعمل", "one can act"),
    "plan_kind_deadline": ("à faire au plus tard", "آخر يوم للقيام بالعمل", "to be done by this day"),
    "plan_kind_answer_by": ("réponse attendue au plus tard", "آخر يوم للجواب", "answer due by this day"),
    "plan_kind_claim": (
        "on peut demander où en est le dossier",
        "يمكن السؤال عن مآل الملف",
        "one may ask where the file is",
    ),
    "plan_kind_paper_expires": ("fin de validité du papier", "نهاية صلاحية الوثيقة", "the paper expires"),
    "plan_key_date": ("{kind} · {title} · {sure}", "{kind} · {title} · {sure}", "{kind} · {title} · {sure}"),
    "plan_key_passed": ("passée", "انقضى", "passed"),
    "plan_key_conditional": ("seulement si l'étape s'applique", "فقط إذا انطبقت المرحلة", "only if the step applies"),
    "plan_key_moves": ("peut bouger : {doubts}", "قد يتغير: {doubts}", "may move: {doubts}"),
    # --- the calendar file
    "ics_none": (
        "aucune échéance ni date de réponse dans ce plan : l'agenda est vide.",
        "لا أجل ولا تاريخ جواب في هذه الخطة: المفكرة فارغة.",
        "no deadline and no answer date in this plan: the calendar is empty.",
    ),
    "ics_paper": ("Fin de validité d'un papier du dossier", "نهاية صلاحية وثيقة من الملف", "A paper of the file expires"),
    "ics_between": ("Entre le {first} et le {last}.", "بين {first} و{last}.", "Between {first} and {last}."),
    "ics_sources": ("Textes : {sources}", "النصوص: {sources}", "Texts: {sources}"),
    # --- the receipt
    "receipt_from": ("Premier jour d'action : {day}", "أول يوم للتصرف: {day}", "First day on which somebody acts: {day}"),
    "receipt_calendar": ("Calendrier : {version}", "التقويم: {version}", "Calendar: {version}"),
}
