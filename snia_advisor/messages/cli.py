"""The command line: help texts, examples, and what is wrong with a command."""

TEXTS: dict[str, tuple[str, str, str]] = {
    # --- the help page
    "help_usage": ("Usage", "الاستعمال", "Usage"),
    "help_arguments": ("Arguments", "المعطيات", "Arguments"),
    "help_options": ("Options", "الخيارات", "Options"),
    "help_commands": ("Commandes", "الأوامر", "Commands"),
    "help_example": ("Exemple", "مثال", "Example"),
    "help_environment": ("Environnement", "متغيرات البيئة", "Environment"),
    "help_exit": ("Codes de sortie", "رموز الخروج", "Exit codes"),
    "help_more": (
        "L'aide d'une commande : snia COMMANDE --help",
        "مساعدة أمر: snia COMMAND --help",
        "Help for one command: snia COMMAND --help",
    ),
    "env_SNIA_LANG": ("langue : fr, ar ou en", "اللغة: fr أو ar أو en", "language: fr, ar or en"),
    "env_SNIA_RULES": ("dossier de règles", "مجلد القواعد", "directory of rules"),
    "env_SNIA_DAYS": (
        "fichier de jours fermés ajoutés ou corrigés",
        "ملف الأيام المغلقة المضافة أو المصححة",
        "file of closed days added or corrected",
    ),
    "env_SNIA_DEBUG": (
        "avec 1, montre le détail d'une erreur interne",
        "مع القيمة 1 تظهر تفاصيل الخطأ الداخلي",
        "with 1, shows the detail of an internal error",
    ),
    "env_NO_COLOR": ("jamais de couleur", "دون ألوان", "never any colour"),
    "env_FORCE_COLOR": ("toujours en couleur", "بالألوان دائما", "always in colour"),
    "exit_0": ("fait, quelle que soit la réponse", "تم، مهما كان الجواب", "done, whatever the answer"),
    "exit_1": (
        "le verdict de la commande est négatif : un scénario échoue, les règles ont un défaut",
        "نتيجة الأمر سلبية: فشل سيناريو أو عيب في القواعد",
        "the command's own verdict is negative: a scenario fails, something is wrong with the rules",
    ),
    "exit_2": ("commande, fichier ou fait à corriger", "أمر أو ملف أو واقعة للتصحيح", "a command, file or fact to correct"),
    "exit_3": ("répondu, mais des faits manquent", "أجيب، لكن وقائع ناقصة", "answered, but facts are missing"),
    "exit_4": (
        "répondu, mais une question reste à poser à l'autorité",
        "أجيب، لكن سؤالا يبقى للجهة المختصة",
        "answered, but a question remains for the authority",
    ),
    "exit_70": ("erreur interne : aucune réponse", "خطأ داخلي: لا جواب", "internal error: no answer"),
    # --- names of facts of an earlier version
    "former_names": (
        "Noms d'une version antérieure, acceptés dans cette version seulement : {names}. Écrivez : {today}.",
        "أسماء من إصدار سابق، تقبل في هذا الإصدار فقط: {names}. اكتبوا: {today}.",
        "Names of an earlier version, accepted in this version only: {names}. Write: {today}.",
    ),
    "former_waiting": (
        "Sans effet tant que {needed} manque : {names}.",
        "دون أثر ما دام {needed} ناقصا: {names}.",
        "Without effect while {needed} is missing: {names}.",
    ),
    "former_unused": (
        "Plus lu par aucune règle : {names}.",
        "لم تعد تقرؤه أي قاعدة: {names}.",
        "Read by no rule any more: {names}.",
    ),
    # --- commands
    "cmd": (
        "Conseiller sur l'autorisation de travail des étrangers au Maroc : on donne les faits d'un cas, on reçoit ce que "
        "le droit détermine, avec sa preuve, ses sources, ses doutes et sa démarche.",
        "مستشار في رخصة شغل الأجانب بالمغرب: تعطى وقائع حالة، ويحصل على ما يحدده القانون بإثباته ومصادره وشكوكه وإجراءاته.",
        "Advisor on work authorisation for foreigners in Morocco: the facts of a case go in; what the law determines comes "
        "out, with its proof, its sources, its doubts and its procedure.",
    ),
    "cmd_check": (
        "L'avis sur un cas : la réponse, que faire d'abord, pourquoi, les papiers, les sources.",
        "الرأي في حالة: الجواب، وما يجب فعله أولا، والسبب، والوثائق، والمصادر.",
        "The advice on a case: the answer, what to do first, why, the papers, the sources.",
    ),
    "cmd_why": (
        "Pourquoi cette issue, ou pourquoi pas celle-là, dans les mots de la règle.",
        "لماذا هذه النتيجة، أو لماذا ليست تلك، بعبارات القاعدة.",
        "Why this outcome, or why not that one, in the words of the rule.",
    ),
    "cmd_scenarios": (
        "Les scénarios : des cas dont la réponse est attendue.",
        "السيناريوهات: حالات معروفة الجواب.",
        "The scenarios: cases whose answer is expected.",
    ),
    "cmd_scenarios_run": (
        "Joue les scénarios, montre ceux qui échouent et ce qu'ils couvrent du droit.",
        "تشغيل السيناريوهات وعرض ما فشل منها وما تغطيه من القانون.",
        "Runs the scenarios, shows those that fail and what they cover of the law.",
    ),
    "cmd_scenarios_list": ("La liste des scénarios.", "لائحة السيناريوهات.", "The list of the scenarios."),
    "cmd_scenarios_show": (
        "L'histoire et les faits d'un scénario, sans la réponse attendue.",
        "قصة سيناريو ووقائعه، دون الجواب المنتظر.",
        "The story and the facts of one scenario, without the expected answer.",
    ),
    "cmd_rules": (
        "La base de règles : la lire et la vérifier.",
        "قاعدة القواعد: قراءتها والتحقق منها.",
        "The rule base: read it and check it.",
    ),
    "cmd_rules_list": ("Toutes les règles, par fichier.", "كل القواعد حسب الملف.", "Every rule, by file."),
    "cmd_rules_show": (
        "Une règle, une détermination, un paramètre, une question ouverte, une démarche ou un fait, en mots.",
        "قاعدة أو تحديد أو معلمة أو سؤال مفتوح أو إجراء أو واقعة، بالكلمات.",
        "A rule, determination, parameter, open question, procedure or fact, in words.",
    ),
    "cmd_rules_check": (
        "Cherche les défauts de la base de règles ; sort avec 1 s'il y en a.",
        "البحث عن عيوب قاعدة القواعد؛ رمز الخروج 1 إن وجدت.",
        "Looks for what is wrong with the rule base; exits with 1 if anything is.",
    ),
    "cmd_facts": (
        "Les faits d'un cas : leurs noms, leurs questions, les réponses possibles.",
        "وقائع الحالة: أسماؤها وأسئلتها والأجوبة الممكنة.",
        "The facts of a case: their names, their questions, the possible answers.",
    ),
    "cmd_sources": (
        "Les textes et les sources, et ce qui repose sur chacun.",
        "النصوص والمصادر، وما يستند إلى كل منها.",
        "The texts and sources, and what rests on each.",
    ),
    "cmd_schema": (
        "Le schéma JSON de l'avis, du cas, du plan, du scénario ou des règles.",
        "مخطط JSON للرأي أو الحالة أو الخطة أو السيناريو أو القواعد.",
        "The JSON Schema of the advice, the case, the plan, the scenario or the rules.",
    ),
    "cmd_doctor": (
        "Ce qui tourne, d'où viennent les règles, et si le moteur prouve juste.",
        "ما يعمل، ومصدر القواعد، وهل يثبت المحرك بشكل صحيح.",
        "What runs, where the rules come from, and whether the engine proves right.",
    ),
    # --- examples
    "eg": ("snia check cas.yaml", "snia check case.yaml", "snia check case.yaml"),
    "eg_check": (
        "snia check cas.yaml --set contract.request=renewal --on 2026-11-02",
        "snia check case.yaml --set contract.request=renewal --on 2026-11-02",
        "snia check case.yaml --set contract.request=renewal --on 2026-11-02",
    ),
    "eg_why": (
        "snia why cas.yaml attestation simplified",
        "snia why case.yaml attestation simplified",
        "snia why case.yaml attestation simplified",
    ),
    "eg_scenarios": ("snia scenarios run", "snia scenarios run", "snia scenarios run"),
    "eg_scenarios_run": (
        "snia scenarios run --path hire_employee --junit rapport.xml",
        "snia scenarios run --path hire_employee --junit report.xml",
        "snia scenarios run --path hire_employee --junit report.xml",
    ),
    "eg_scenarios_list": (
        "snia scenarios list --path hire_employee",
        "snia scenarios list --path hire_employee",
        "snia scenarios list --path hire_employee",
    ),
    "eg_scenarios_show": (
        "snia scenarios show refugee_with_card",
        "snia scenarios show refugee_with_card",
        "snia scenarios show refugee_with_card",
    ),
    "eg_rules": ("snia rules show attestation", "snia rules show attestation", "snia rules show attestation"),
    "eg_rules_list": ("snia rules list --json", "snia rules list --json", "snia rules list --json"),
    "eg_rules_show": (
        "snia rules show exempt_as_refugee",
        "snia rules show exempt_as_refugee",
        "snia rules show exempt_as_refugee",
    ),
    "eg_rules_check": ("snia rules check --rules rules", "snia rules check --rules rules", "snia rules check --rules rules"),
    "eg_facts": ("snia facts contract.request", "snia facts contract.request", "snia facts contract.request"),
    "eg_sources": ("snia sources labour-code", "snia sources labour-code", "snia sources labour-code"),
    "eg_schema": ("snia schema case", "snia schema case", "snia schema case"),
    "eg_doctor": ("snia doctor", "snia doctor", "snia doctor"),
    # --- arguments and options
    "arg_case": (
        "le fichier du cas (YAML ou JSON), un scénario, ou - pour l'entrée standard",
        "ملف الحالة (YAML أو JSON)، أو سيناريو، أو - للمدخل القياسي",
        "the file of the case (YAML or JSON), a scenario, or - for standard input",
    ),
    "arg_determination": (
        "une détermination, par exemple attestation (sans elle : le plus petit changement qui ferait d'un non un oui)",
        "تحديد، مثلا attestation (وبدونه: أصغر تغيير يجعل الجواب نعم بعد أن كان لا)",
        "a determination, for example attestation (without one: the smallest change that would turn a no into a yes)",
    ),
    "arg_outcome": (
        "une de ses issues, ou une règle quand elle les rassemble",
        "إحدى نتائجه، أو قاعدة إذا كان يجمع قواعد",
        "one of its outcomes, or a rule when it collects rules",
    ),
    "arg_scenarios": (
        "un dossier ou un fichier de scénarios (défaut : ceux du programme)",
        "مجلد أو ملف سيناريوهات (افتراضا: سيناريوهات البرنامج)",
        "a directory or file of scenarios (default: those of the program)",
    ),
    "arg_scenario": ("le nom d'un scénario, ou son fichier", "اسم سيناريو أو ملفه", "the name of a scenario, or its file"),
    "arg_entry": ("le nom d'une entrée", "اسم مدخل", "the name of an entry"),
    "arg_fact": ("un fait ou un groupe de faits", "واقعة أو مجموعة وقائع", "a fact or a group of facts"),
    "arg_source": ("une source", "مصدر", "a source"),
    "arg_schema": (
        "advice, case, plan, scenario ou rules",
        "advice أو case أو plan أو scenario أو rules",
        "advice, case, plan, scenario or rules",
    ),
    "opt_path": (
        "le but : hire_employee, renew_employee... (défaut : celui du cas, sinon tous ceux qui le concernent)",
        "الهدف: hire_employee أو renew_employee... (افتراضا: هدف الحالة، وإلا كل ما يعنيها)",
        "the goal: hire_employee, renew_employee... (default: that of the case, else every one that concerns it)",
    ),
    "opt_set": (
        "donner ou changer un fait ; « fait= » seul l'oublie ; peut se répéter",
        "إعطاء واقعة أو تغييرها؛ « fact= » وحدها تنساها؛ يمكن تكراره",
        'give or change a fact; "fact=" alone forgets it; may be repeated',
    ),
    "opt_explain": (
        "tout montrer, avec la preuve entière",
        "إظهار كل شيء مع الإثبات الكامل",
        "show everything, with the whole proof",
    ),
    "opt_output": (
        "écrire dans un fichier au lieu de l'écran",
        "الكتابة في ملف بدل الشاشة",
        "write to a file instead of the screen",
    ),
    "opt_json": ("un document JSON, et rien d'autre", "وثيقة JSON لا غير", "one JSON document, and nothing else"),
    "opt_lang": (
        "langue : fr, ar ou en (défaut : SNIA_LANG, puis celle du système, puis fr)",
        "اللغة: fr أو ar أو en (افتراضا: SNIA_LANG ثم لغة النظام ثم fr)",
        "language: fr, ar or en (default: SNIA_LANG, then the system's, then fr)",
    ),
    "opt_on": (
        "la date de la question, AAAA-MM-JJ (défaut : celle du cas, sinon aujourd'hui)",
        "تاريخ السؤال، YYYY-MM-DD (افتراضا: تاريخ الحالة وإلا اليوم)",
        "the date of the question, YYYY-MM-DD (default: that of the case, else today)",
    ),
    "opt_rules": (
        "un autre dossier de règles (défaut : SNIA_RULES, sinon les règles du programme)",
        "مجلد قواعد آخر (افتراضا: SNIA_RULES وإلا قواعد البرنامج)",
        "another directory of rules (default: SNIA_RULES, else the rules of the program)",
    ),
    "opt_time": (
        "ce que chaque détermination couvre, trimestre par trimestre, sans trou ni chevauchement",
        "ما يغطيه كل تحديد، فصلا بفصل، دون فراغ أو تداخل",
        "what each determination covers, quarter by quarter, without gap or overlap",
    ),
    "opt_junit": ("écrire aussi un rapport JUnit XML", "كتابة تقرير JUnit XML أيضا", "also write a JUnit XML report"),
    "opt_only_path": ("seulement ce parcours", "هذا المسار فقط", "only this path"),
    "opt_version": ("le numéro de version", "رقم النسخة", "the version number"),
    "opt_help": ("cette aide", "هذه المساعدة", "this help"),
    "opt_install_completion": (
        "installer la complétion dans ce shell",
        "تثبيت الإكمال التلقائي في هذا الشل",
        "install completion for this shell",
    ),
    "opt_show_completion": (
        "montrer la complétion de ce shell",
        "عرض الإكمال التلقائي لهذا الشل",
        "show completion for this shell",
    ),
    # --- what is wrong with a command
    "usage_no_command": (
        "la commande « {name} » n'existe pas. La plus proche : {nearest}.",
        "الأمر « {name} » غير موجود. الأقرب: {nearest}.",
        'there is no command "{name}". The nearest is: {nearest}.',
    ),
    "usage_no_option": (
        "l'option « {name} » n'existe pas ici. La plus proche : {nearest}.",
        "الخيار « {name} » غير موجود هنا. الأقرب: {nearest}.",
        'there is no option "{name}" here. The nearest is: {nearest}.',
    ),
    "usage_option_value": (
        "l'option « {name} » attend une valeur.",
        "الخيار « {name} » يتطلب قيمة.",
        'the option "{name}" takes a value.',
    ),
    "usage_option_no_value": (
        "l'option « {name} » n'attend pas de valeur.",
        "الخيار « {name} » لا يأخذ قيمة.",
        'the option "{name}" takes no value.',
    ),
    "usage_missing": ("il manque {name}.", "ينقص {name}.", "{name} is missing."),
    "usage_extra": ("« {name} » est de trop.", "« {name} » زائد.", '"{name}" is one too many.'),
    "usage_bad_value": (
        "la valeur de {name} ne convient pas.",
        "قيمة {name} غير مناسبة.",
        "the value of {name} does not fit.",
    ),
    "written": ("Écrit : {file}", "كتب في: {file}", "Written: {file}"),
    "scenarios_progress": ("Scénarios", "السيناريوهات", "Scenarios"),
}
