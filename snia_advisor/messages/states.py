"""The answer: errors of its entries, the words of its states."""

TEXTS: dict[str, tuple[str, str, str]] = {
    "answer_same_state": (
        "« {entry} » : plusieurs issues ont l'état « {state} ». Écrivez sous « undecided: same: » ce que l'on dit alors.",
        "« {entry} »: لعدة نتائج الحالة « {state} ». اكتبوا تحت « undecided: same: » ما يقال حينئذ.",
        '"{entry}": several outcomes have the state "{state}". Write under "undecided: same:" what is said then.',
    ),
    "answer_reads_fact": (
        "« {entry} » lit le fait « {name} ». Une réponse ne lit que règles et déterminations : écrivez une règle.",
        "« {entry} » تقرأ الواقعة « {name} ». الجواب يقرأ القواعد والتحديدات وحدها: اكتبوا قاعدة.",
        '"{entry}" reads the fact "{name}". An answer reads only rules and determinations: write a rule.',
    ),
    "answer_unchecked": ("Points non contrôlés : {n}", "نقط لم تراقب: {n}", "Points not checked: {n}"),
    "which_path": (
        "Plusieurs parcours peuvent concerner ce cas. Nommez le vôtre avec --path :",
        "قد تعني هذه الحالة عدة مسارات. سموا المسار المقصود بـ ‎--path:",
        "Several paths may concern this case. Name yours with --path:",
    ),
    "which_path_command": ("À taper", "ما يكتب", "To type"),
    "opt_fail_on": (
        "code 1 quand la réponse a un de ces états : stop,no",
        "الرمز 1 حين تكون للجواب إحدى هاتين الحالتين: stop,no",
        "exit code 1 when the answer has one of these states: stop,no",
    ),
    "fail_on_option": (
        "--fail-on : « {value} » n'est pas un état. Écrivez stop, no, ou stop,no.",
        "‎--fail-on: « {value} » ليست حالة. اكتبوا stop أو no أو stop,no.",
        '--fail-on: "{value}" is no state. Write stop, no, or stop,no.',
    ),
    "kind_of_answer": ("Réponse", "جواب", "Answer"),
    "answer_go": ("oui", "نعم", "go"),
    "answer_wait": ("possible après", "ممكن بعد", "wait"),
    "answer_stop": ("arrêter", "توقف", "stop"),
    "answer_no": ("non", "لا", "no"),
    "outcome_gate": ("condition à écarter", "شرط ينبغي استبعاده", "gate"),
    "outcome_alarm": ("alarme", "إنذار", "alarm"),
    "outcome_kind": ("{name} · {state} · {kind}", "{name} · {state} · {kind}", "{name} · {state} · {kind}"),
    "label_still": ("Compte seulement si", "لا يؤثر إلا إذا", "Matters only if"),
    "label_opens": ("Ouvre", "يفتح", "Opens"),
    "head_bars": ("Ce qui empêche", "ما يمنع", "What bars it"),
    "head_tolerates": ("Ce qui est connu et n'empêche pas", "ما هو معروف ولا يمنع", "What is known and does not bar it"),
    "goal_on_date": ("{goal} · {date}", "{goal} · {date}", "{goal} · {date}"),
}
