"""Errors: what, where, what was expected, the nearest valid name, what to do."""

TEXTS: dict[str, tuple[str, str, str]] = {
    # --- files
    "file_not_found": (
        "le fichier {file} n'existe pas. Vérifiez le chemin.",
        "الملف {file} غير موجود. تحققوا من المسار.",
        "the file {file} does not exist. Check the path.",
    ),
    "file_is_directory": (
        "{file} est un dossier. Donnez un fichier YAML ou JSON.",
        "{file} مجلد. المطلوب ملف YAML أو JSON.",
        "{file} is a directory. Give a YAML or JSON file.",
    ),
    "file_unreadable": (
        "le fichier {file} ne peut pas être lu ({reason}). Vérifiez ses droits.",
        "تتعذر قراءة الملف {file} ({reason}). تحققوا من صلاحياته.",
        "the file {file} cannot be read ({reason}). Check its permissions.",
    ),
    "file_too_large": (
        "le fichier {file} dépasse {limit} Mo. Un cas tient en quelques lignes.",
        "حجم الملف {file} يتجاوز {limit} ميغابايت. الحالة تكتب في بضعة أسطر.",
        "the file {file} is larger than {limit} MB. A case takes a few lines.",
    ),
    "file_not_utf8": (
        "le fichier n'est pas en UTF-8. Enregistrez-le en UTF-8.",
        "الملف غير مرمز بـ UTF-8. احفظوه بترميز UTF-8.",
        "the file is not UTF-8. Save it as UTF-8.",
    ),
    "file_empty": (
        "le fichier {file} est vide. Écrivez au moins « path: hire_employee ».",
        "الملف {file} فارغ. اكتبوا على الأقل « path: hire_employee ».",
        'the file {file} is empty. Write at least "path: hire_employee".',
    ),
    "file_exists": (
        "{file} existe déjà et n'est pas un fichier ordinaire. Choisissez un autre nom.",
        "{file} موجود وليس ملفا عاديا. اختاروا اسما آخر.",
        "{file} exists and is not a regular file. Choose another name.",
    ),
    "file_unwritable": (
        "le fichier {file} ne peut pas être écrit ({reason}). Rien n'a été changé.",
        "تتعذر كتابة الملف {file} ({reason}). لم يتغير شيء.",
        "the file {file} cannot be written ({reason}). Nothing was changed.",
    ),
    "output_extension": (
        "{file} : l'extension n'est celle d'aucun format que cette commande écrit. Finissez le nom par : {names}.",
        "{file}: الامتداد ليس لأي صيغة يكتبها هذا الأمر. أنهوا الاسم بـ: {names}.",
        "{file}: the extension is that of no format that this command writes. End the name with: {names}.",
    ),
    "output_contradicts": (
        "{file} : l'extension ne va pas avec le format demandé ({format}). Finissez le nom par {extension}, ou retirez "
        "l'option du format.",
        "{file}: الامتداد لا يناسب الصيغة المطلوبة ({format}). أنهوا الاسم بـ {extension} أو احذفوا خيار الصيغة.",
        "{file}: the extension does not go with the format asked for ({format}). End the name with {extension}, or leave "
        "the option of the format out.",
    ),
    "output_is_input": (
        "{file} est le fichier que cette commande lit : elle ne le remplace jamais. Donnez un autre nom après -o.",
        "{file} هو الملف الذي يقرؤه هذا الأمر: لا يعوضه أبدا. أعطوا اسما آخر بعد ‎-o.",
        "{file} is the file that this command reads: it never replaces it. Give another name after -o.",
    ),
    "output_not_ours": (
        "{file} existe et n'a pas été écrit par snia : rien n'a été changé. Donnez un autre nom, ou ajoutez --force pour "
        "le remplacer.",
        "{file} موجود ولم يكتبه snia: لم يتغير شيء. أعطوا اسما آخر، أو أضيفوا ‎--force لتعويضه.",
        "{file} exists and was not written by snia: nothing was changed. Give another name, or add --force to replace it.",
    ),
    # --- YAML
    "yaml_syntax": (
        "ce n'est pas du YAML valide ({reason}). Corrigez cette ligne.",
        "ليس YAML صالحا ({reason}). صححوا هذا السطر.",
        "this is not valid YAML ({reason}). Correct this line.",
    ),
    "yaml_documents": (
        "un seul document est attendu. Retirez la ligne « --- ».",
        "المطلوب وثيقة واحدة. احذفوا السطر « --- ».",
        'one document is expected. Remove the line "---".',
    ),
    "yaml_anchor": (
        "les ancres (&) et les renvois (*) ne sont pas acceptés. Écrivez la valeur en entier.",
        "المراسي (&) والإحالات (*) غير مقبولة. اكتبوا القيمة كاملة.",
        "anchors (&) and aliases (*) are not accepted. Write the value out.",
    ),
    "yaml_tag": (
        "l'étiquette {tag} n'est pas acceptée. Écrivez la valeur seule.",
        "الوسم {tag} غير مقبول. اكتبوا القيمة وحدها.",
        "the tag {tag} is not accepted. Write the value alone.",
    ),
    "yaml_depth": (
        "plus de {limit} niveaux imbriqués. Un cas en compte deux ou trois.",
        "أكثر من {limit} مستوى متداخل. الحالة تحتاج مستويين أو ثلاثة.",
        "more than {limit} nested levels. A case has two or three.",
    ),
    "yaml_key": (
        "une clé doit être un mot. Écrivez « mot: valeur ».",
        "المفتاح يجب أن يكون كلمة. اكتبوا « كلمة: قيمة ».",
        'a key must be a word. Write "word: value".',
    ),
    "yaml_duplicate": (
        "la clé « {name} » est écrite deux fois (déjà ligne {first}). Gardez-en une.",
        "المفتاح « {name} » مكتوب مرتين (سبق في السطر {first}). احتفظوا بواحد.",
        'the key "{name}" is written twice (already on line {first}). Keep one.',
    ),
    # --- rule base
    "rules_not_found": (
        "aucune base de règles dans {file}. Donnez un dossier qui contient des fichiers .yaml (--rules ou SNIA_RULES).",
        "لا توجد قاعدة قواعد في {file}. حددوا مجلدا يضم ملفات ‎.yaml (--rules أو SNIA_RULES).",
        "there is no rule base in {file}. Give a directory with .yaml files (--rules or SNIA_RULES).",
    ),
    "file_needs_list": (
        "un fichier de règles est une liste d'entrées, chacune commençant par « - ».",
        "ملف القواعد لائحة مداخل، يبدأ كل منها بـ « - ».",
        'a rule file is a list of entries, each beginning with "- ".',
    ),
    "entry_not_map": (
        "une entrée s'écrit « - rule: nom » puis ses clés.",
        "يكتب المدخل « - rule: اسم » ثم مفاتيحه.",
        'an entry is written "- rule: name", then its keys.',
    ),
    "entry_unknown_kind": (
        "« {name} » n'est pas une sorte d'entrée. Le plus proche : {nearest}.",
        "« {name} » ليس نوعا من المداخل. الأقرب: {nearest}.",
        '"{name}" is not a kind of entry. The nearest is: {nearest}.',
    ),
    "entry_needs_id": (
        "l'identifiant qui suit « {name}: » doit être un mot.",
        "المعرف بعد « {name}: » يجب أن يكون كلمة.",
        'the id after "{name}:" must be a word.',
    ),
    "order_twice": (
        "l'ordre des questions nomme « {name} » deux fois. Gardez une seule place.",
        "ترتيب الأسئلة يذكر « {name} » مرتين. يترك له موضع واحد.",
        'the order of questions names "{name}" twice. Keep one place.',
    ),
    "order_misses_fact": (
        "l'ordre des questions ne nomme pas « {name} », défini à {fact}. Ajoutez-le à sa place.",
        "ترتيب الأسئلة لا يذكر « {name} » المعرف في {fact}. يضاف في موضعه.",
        'the order of questions does not name "{name}", defined at {fact}. Add it at its place.',
    ),
    "entry_twice": (
        "« {name} » est déjà défini à {first}. Un identifiant ne sert qu'une fois.",
        "« {name} » معرف من قبل في {first}. لا يستعمل المعرف إلا مرة واحدة.",
        '"{name}" is already defined at {first}. An id is used once.',
    ),
    "entry_unknown_key": (
        "« {entry} » : la clé « {name} » n'existe pas ici. Le plus proche : {nearest}.",
        "« {entry} »: المفتاح « {name} » غير موجود هنا. الأقرب: {nearest}.",
        '"{entry}": there is no key "{name}" here. The nearest is: {nearest}.',
    ),
    "entry_missing_key": (
        "« {entry} » : il manque la clé « {name} ». Ajoutez-la.",
        "« {entry} »: المفتاح « {name} » ناقص. أضيفوه.",
        '"{entry}": the key "{name}" is missing. Add it.',
    ),
    "entry_bad_value": (
        "« {entry} » : la valeur de « {name} » ne convient pas (attendu : {expected}).",
        "« {entry} »: قيمة « {name} » غير مناسبة (المنتظر: {expected}).",
        '"{entry}": the value of "{name}" does not fit (expected: {expected}).',
    ),
    "only_unknown": (
        "« --only {value} » n'existe pas. Choisissez parmi : {names}.",
        "« --only {value} » غير موجود. اختاروا من بين: {names}.",
        'there is no "--only {value}". Choose among: {names}.',
    ),
    "unknown_name": (
        "« {entry} » : « {name} » n'est pas défini ({what}). Le plus proche : {nearest}.",
        "« {entry} »: « {name} » غير معرف ({what}). الأقرب: {nearest}.",
        '"{entry}": "{name}" is not defined ({what}). The nearest is: {nearest}.',
    ),
    "parameter_needs_dollar": (
        "« {entry} » : écrivez « ${name} » : une quantité est un paramètre.",
        "« {entry} »: اكتبوا « ${name} »: المقدار معلمة.",
        '"{entry}": write "${name}": a quantity is a parameter.',
    ),
    "at_needs_date_fact": (
        "« {entry} » : « at » attend « on » ou un fait de type date, pas « {name} ». Le plus proche : {nearest}.",
        "« {entry} »: « at » يقبل « on » أو واقعة من نوع تاريخ، لا « {name} ». الأقرب: {nearest}.",
        '"{entry}": "at" takes "on" or a date fact, not "{name}". The nearest is: {nearest}.',
    ),
    "argument_count": (
        "« {entry} » : {name} attend {expected} arguments.",
        "« {entry} »: {name} يتطلب {expected} من المعاملات.",
        '"{entry}": {name} takes {expected} arguments.',
    ),
    "argument_type": (
        "« {entry} » : l'argument {name} n'est pas du type attendu ({expected}).",
        "« {entry} »: المعامل {name} ليس من النوع المنتظر ({expected}).",
        '"{entry}": the argument {name} is not of the expected type ({expected}).',
    ),
    "cycle": (
        "une règle dépend d'elle-même : {names}. Retirez un de ces renvois.",
        "قاعدة تتوقف على نفسها: {names}. احذفوا إحدى هذه الإحالات.",
        "a rule depends on itself: {names}. Remove one of these references.",
    ),
    # --- conditions
    "unknown_rule": (
        "« {entry} » : la règle « {name} » n'existe pas. Le plus proche : {nearest}.",
        "« {entry} »: القاعدة « {name} » غير موجودة. الأقرب: {nearest}.",
        '"{entry}": there is no rule "{name}". The nearest is: {nearest}.',
    ),
    "condition_one_key": (
        "« {entry} » : une condition a une seule clé. Pour plusieurs, écrivez « all: [...] » ou « any: [...] ».",
        "« {entry} »: للشرط مفتاح واحد. لعدة شروط اكتبوا « all: [...] » أو « any: [...] ».",
        '"{entry}": a condition has one key. For several, write "all: [...]" or "any: [...]".',
    ),
    "condition_list": (
        "« {entry} » : « {name} » attend une liste non vide.",
        "« {entry} »: « {name} » يتطلب لائحة غير فارغة.",
        '"{entry}": "{name}" takes a list that is not empty.',
    ),
    "unknown_condition": (
        "« {entry} » : « {name} » n'est ni un fait, ni une détermination. Le plus proche : {nearest}.",
        "« {entry} »: « {name} » ليس واقعة ولا تحديدا. الأقرب: {nearest}.",
        '"{entry}": "{name}" is neither a fact nor a determination. The nearest is: {nearest}.',
    ),
    "unknown_question": (
        "la question ouverte « {name} » n'existe pas. Le plus proche : {nearest}.",
        "السؤال المفتوح « {name} » غير موجود. الأقرب: {nearest}.",
        'there is no open question "{name}". The nearest is: {nearest}.',
    ),
    "unknown_reading": (
        "« {name} » n'est pas une lecture de cette question. Le plus proche : {nearest}.",
        "« {name} » ليس قراءة لهذا السؤال. الأقرب: {nearest}.",
        '"{name}" is not a reading of this question. The nearest is: {nearest}.',
    ),
    "unknown_outcome": (
        "« {entry} » : « {name} » n'est pas une issue de « {of} ». Le plus proche : {nearest}.",
        "« {entry} »: « {name} » ليس من نتائج « {of} ». الأقرب: {nearest}.",
        '"{entry}": "{name}" is not an outcome of "{of}". The nearest is: {nearest}.',
    ),
    "outcomes_all_or_none": (
        "« {entry} » : toutes les issues de « {name} », ou aucune : la condition ne dit rien.",
        "« {entry} »: كل نتائج « {name} » أو لا شيء: الشرط لا يفيد.",
        '"{entry}": every outcome of "{name}", or none: the condition says nothing.',
    ),
    "unknown_fact": (
        "le fait « {name} » n'existe pas. Le plus proche : {nearest}. La liste : snia facts.",
        "الواقعة « {name} » غير موجودة. الأقرب: {nearest}. اللائحة: snia facts.",
        'there is no fact "{name}". The nearest is: {nearest}. The list: snia facts.',
    ),
    "set_needs_operator": (
        "« {entry} » : « {name} » a plusieurs réponses. Écrivez includes, includes_any, only, ou none.",
        "« {entry} »: لـ « {name} » عدة أجوبة. اكتبوا includes أو includes_any أو only أو none.",
        '"{entry}": "{name}" has several answers. Write includes, includes_any, only, or none.',
    ),
    "list_needs_choice": (
        "« {entry} » : une liste de valeurs ne convient pas à « {name} ».",
        "« {entry} »: لائحة القيم لا تناسب « {name} ».",
        '"{entry}": a list of values does not fit "{name}".',
    ),
    "needs_operator": (
        "« {entry} » : dites comment comparer « {name} » : {expected}.",
        "« {entry} »: حددوا طريقة مقارنة « {name} »: {expected}.",
        '"{entry}": say how to compare "{name}": {expected}.',
    ),
    "unknown_operator": (
        "« {entry} » : « {name} » ne s'applique pas à « {of} ». Attendu : {expected}.",
        "« {entry} »: « {name} » لا ينطبق على « {of} ». المنتظر: {expected}.",
        '"{entry}": "{name}" does not apply to "{of}". Expected: {expected}.',
    ),
    "former_conflict": (
        "« {name} », nom d'une version antérieure, ne dit pas la même chose que « {today} ». Gardez « {today} ».",
        "« {name} »، وهو اسم من إصدار سابق، لا يقول ما يقوله « {today} ». احتفظوا بـ « {today} ».",
        'the name of an earlier version "{name}" does not say the same as "{today}". Keep "{today}".',
    ),
    "former_is_a_fact": (
        "« {entry} » : « {name} » est un fait d'aujourd'hui. Un nom antérieur n'en est pas un.",
        "« {entry} »: « {name} » واقعة في هذا الإصدار. الاسم السابق لا يكون كذلك.",
        '"{entry}": "{name}" is a fact of today. A former name is not one.',
    ),
    "path_is_a_determination": (
        "« {entry} » nomme déjà une détermination, à {first}. Donnez au parcours un autre identifiant.",
        "« {entry} » اسم تحديد معرف من قبل في {first}. أعطوا المسار معرفا آخر.",
        '"{entry}" is already the name of a determination, at {first}. Give the path another id.',
    ),
    "unknown_option": (
        "« {name} » n'est pas une réponse possible à « {of} ». Le plus proche : {nearest}.",
        "« {name} » ليس جوابا ممكنا عن « {of} ». الأقرب: {nearest}.",
        '"{name}" is not a possible answer to "{of}". The nearest is: {nearest}.',
    ),
    "operand_type": (
        "« {entry} » : « {name} » ne se compare pas à « {of} » (attendu : {expected}).",
        "« {entry} »: لا يقارن « {name} » بـ « {of} » (المنتظر: {expected}).",
        '"{entry}": "{name}" cannot be compared with "{of}" (expected: {expected}).',
    ),
    "unknown_parameter": (
        "« {entry} » : le paramètre « ${name} » n'existe pas. Le plus proche : {nearest}.",
        "« {entry} »: المعلمة « ${name} » غير موجودة. الأقرب: {nearest}.",
        '"{entry}": there is no parameter "${name}". The nearest is: {nearest}.',
    ),
    "unknown_column": (
        "« {name} » n'est pas une colonne de « {of} ». Le plus proche : {nearest}.",
        "« {name} » ليس عمودا في « {of} ». الأقرب: {nearest}.",
        '"{name}" is not a column of "{of}". The nearest is: {nearest}.',
    ),
    "aggregate_form": (
        "« {entry} » : « {name} » s'écrit avec une comparaison, where facultatif, et of pour une somme.",
        "« {entry} »: يكتب « {name} » مع مقارنة، وwhere اختياري، وof للمجموع.",
        '"{entry}": "{name}" is written with one comparison, where if needed, and of for a sum.',
    ),
    "where_needs_list": (
        "« {entry} » : where suppose une colonne d'une seule liste parmi les arguments.",
        "« {entry} »: where يفترض عمودا من لائحة واحدة ضمن المعاملات.",
        '"{entry}": where supposes a column of one list among the arguments.',
    ),
    "records_expected": (
        "« {name} » attend une liste de lignes, chacune avec : {columns}.",
        "« {name} » يتطلب لائحة أسطر، في كل منها: {columns}.",
        '"{name}" takes a list of records, each with: {columns}.',
    ),
    # --- values
    "set_expected": (
        "« {name} » attend une liste, par exemple [a, b], ou none s'il n'y en a aucun.",
        "« {name} » يتطلب لائحة، مثلا [a, b]، أو none إن لم يوجد شيء.",
        '"{name}" takes a list, for example [a, b], or none if there is none.',
    ),
    "single_expected": (
        "« {name} » attend une seule valeur.",
        "« {name} » يتطلب قيمة واحدة.",
        '"{name}" takes one value.',
    ),
    "yes_no_expected": (
        "« {name} » attend yes ou no, pas « {value} ».",
        "« {name} » يتطلب yes أو no، لا « {value} ».",
        '"{name}" takes yes or no, not "{value}".',
    ),
    "date_expected": (
        "« {name} » attend une date qui existe, écrite AAAA-MM-JJ, pas « {value} ».",
        "« {name} » يتطلب تاريخا موجودا يكتب YYYY-MM-DD، لا « {value} ».",
        '"{name}" takes a date that exists, written YYYY-MM-DD, not "{value}".',
    ),
    "integer_expected": (
        "« {name} » attend un nombre entier, pas « {value} ».",
        "« {name} » يتطلب عددا صحيحا، لا « {value} ».",
        '"{name}" takes a whole number, not "{value}".',
    ),
    "decimal_expected": (
        "« {name} » attend un nombre avec au plus {places} décimales et un point, pas « {value} ».",
        "« {name} » يتطلب عددا بـ {places} من المنازل العشرية على الأكثر وبنقطة، لا « {value} ».",
        '"{name}" takes a number with at most {places} decimals, not "{value}".',
    ),
    "out_of_range": (
        "« {name} » : {value} est hors limites (de {low} à {high}).",
        "« {name} »: {value} خارج الحدود (من {low} إلى {high}).",
        '"{name}": {value} is out of range (from {low} to {high}).',
    ),
    # --- cases
    "case_not_map": (
        "un cas s'écrit « groupe: » puis des faits, par exemple « worker: {nationalities: [SY]} ».",
        "تكتب الحالة « مجموعة: » ثم وقائع، مثلا « worker: {nationalities: [SY]} ».",
        'a case is written "group:", then facts, for example "worker: {nationalities: [SY]}".',
    ),
    "case_unknown_key": (
        "« {name} » n'est pas une clé d'un cas. Le plus proche : {nearest}. Aucun nom ni numéro de pièce n'est accepté.",
        "« {name} » ليس مفتاحا في الحالة. الأقرب: {nearest}. لا يقبل أي اسم أو رقم وثيقة.",
        '"{name}" is not a key of a case. The nearest is: {nearest}. No name or document number is accepted.',
    ),
    "case_group": (
        "« {name} » attend des lignes « mot: valeur ».",
        "« {name} » يتطلب أسطرا « كلمة: قيمة ».",
        '"{name}" takes lines "word: value".',
    ),
    "case_value_type": (
        "une valeur de type {name} n'a pas de sens dans un cas.",
        "قيمة من نوع {name} لا معنى لها في الحالة.",
        "a value of type {name} has no meaning in a case.",
    ),
    "fact_is_derived": (
        "« {name} » est calculé par le programme. Donnez les faits dont il dépend.",
        "« {name} » يحسبه البرنامج. أعطوا الوقائع التي يتوقف عليها.",
        '"{name}" is computed by the program. Give the facts it depends on.',
    ),
    "unknown_path": (
        "le parcours « {name} » n'existe pas. Le plus proche : {nearest}.",
        "المسار « {name} » غير موجود. الأقرب: {nearest}.",
        'there is no path "{name}". The nearest is: {nearest}.',
    ),
    "ref_too_long": (
        "« ref » dépasse {limit} caractères. Donnez un code court, sans nom.",
        "« ref » يتجاوز {limit} حرفا. أعطوا رمزا قصيرا دون اسم.",
        '"ref" is longer than {limit} characters. Give a short code, without a name.',
    ),
    "set_needs_equals": (
        "« --set {written} » : écrivez fait=valeur, par exemple --set contract.request=renewal.",
        "« --set {written} »: اكتبوا واقعة=قيمة، مثلا ‎--set contract.request=renewal.",
        '"--set {written}": write fact=value, for example --set contract.request=renewal.',
    ),
    "constraint_broken": (
        "ces faits se contredisent : {text} Vérifiez : {facts}.",
        "هذه الوقائع متناقضة: {text} تحققوا من: {facts}.",
        "these facts contradict each other: {text} Check: {facts}.",
    ),
    "no_path_concerns": (
        "aucun parcours ne concerne ce cas. Nommez-en un avec --path : {paths}.",
        "لا مسار يعني هذه الحالة. حددوا مسارا بـ ‎--path: {paths}.",
        "no path concerns this case. Name one with --path: {paths}.",
    ),
    "unknown_determination": (
        "la détermination « {name} » n'existe pas ou n'est pas dans ce parcours. Le plus proche : {nearest}.",
        "التحديد « {name} » غير موجود أو ليس في هذا المسار. الأقرب: {nearest}.",
        'there is no determination "{name}" in this path. The nearest is: {nearest}.',
    ),
    "why_several": (
        "« {name} » peut désigner plusieurs choses : {several}. Donnez l'identifiant entre crochets.",
        "قد يعني « {name} » عدة أشياء: {several}. أعطوا المعرف الموجود بين المعقوفتين.",
        '"{name}" may mean several things: {several}. Give the id that stands in brackets.',
    ),
    "why_no_outcome": (
        "« {name} » n'a pas d'issues : donnez ce nom seul.",
        "ليس لـ « {name} » نتائج: أعطوا هذا الاسم وحده.",
        '"{name}" has no outcomes: give this name alone.',
    ),
    "why_outcome": (
        "« {name} » n'est ni une issue ni une règle de « {of} ». Le plus proche : {nearest}.",
        "« {name} » ليس نتيجة ولا قاعدة في « {of} ». الأقرب: {nearest}.",
        '"{name}" is neither an outcome nor a rule of "{of}". The nearest is: {nearest}.',
    ),
    "date_option": (
        "« {value} » n'est pas une date qui existe, écrite AAAA-MM-JJ.",
        "« {value} » ليس تاريخا موجودا يكتب YYYY-MM-DD.",
        '"{value}" is not a date that exists, written YYYY-MM-DD.',
    ),
    "lang_option": (
        "« {value} » n'est pas une langue. Attendu : fr, ar ou en.",
        "« {value} » ليست لغة متاحة. المنتظر: fr أو ar أو en.",
        '"{value}" is not a language. Expected: fr, ar or en.',
    ),
    "unknown_item": (
        "« {name} » n'existe pas ici. Le plus proche : {nearest}.",
        "« {name} » غير موجود هنا. الأقرب: {nearest}.",
        'there is no "{name}" here. The nearest is: {nearest}.',
    ),
    "schema_name": (
        "« {name} » n'est pas un schéma. Attendu : {nearest}.",
        "« {name} » ليس مخططا. المنتظر: {nearest}.",
        '"{name}" is not a schema. Expected: {nearest}.',
    ),
    # --- scenarios
    "scenario_not_map": (
        "un scénario a les clés title, case et expect.",
        "للسيناريو المفاتيح title وcase وexpect.",
        "a scenario has the keys title, case and expect.",
    ),
    "scenario_key": (
        "« {name} » n'est pas une clé d'un scénario. Le plus proche : {nearest}.",
        "« {name} » ليس مفتاحا في السيناريو. الأقرب: {nearest}.",
        '"{name}" is not a key of a scenario. The nearest is: {nearest}.',
    ),
    "scenario_missing": (
        "il manque « {name} » dans ce scénario.",
        "ينقص « {name} » في هذا السيناريو.",
        'this scenario lacks "{name}".',
    ),
    "scenario_value": (
        "« {name} » : attendu : {expected}.",
        "« {name} »: المنتظر: {expected}.",
        '"{name}": expected: {expected}.',
    ),
    "scenario_none": (
        "aucun scénario dans {file}.",
        "لا يوجد أي سيناريو في {file}.",
        "there is no scenario in {file}.",
    ),
    # --- engine
    "engine_missing": (
        "le moteur durable-rules ne peut pas être importé. Réparez-le par : "
        'CPPFLAGS="-DPyEval_CallObject=PyObject_CallObject" {python} -m pip install --no-cache-dir --force-reinstall '
        "durable-rules==2.0.28",
        "تعذر استيراد المحرك durable-rules. أصلحوه بالأمر: "
        'CPPFLAGS="-DPyEval_CallObject=PyObject_CallObject" {python} -m pip install --no-cache-dir --force-reinstall '
        "durable-rules==2.0.28",
        "the engine durable-rules cannot be imported. Repair it with: "
        'CPPFLAGS="-DPyEval_CallObject=PyObject_CallObject" {python} -m pip install --no-cache-dir --force-reinstall '
        "durable-rules==2.0.28",
    ),
    "engine_fault": (
        "le moteur a échoué ({reason}). Aucune réponse n'est donnée ; signalez ce cas.",
        "تعطل المحرك ({reason}). لا يعطى أي جواب؛ بلغوا عن هذه الحالة.",
        "the engine failed ({reason}). No answer is given; report this case.",
    ),
    "engine_disagreement": (
        "le moteur et la spécification ne s'accordent pas sur « {name} » (cas {case}). Aucune réponse ; signalez-le.",
        "المحرك والمواصفة غير متفقين بشأن « {name} » (الحالة {case}). لا يعطى أي جواب؛ بلغوا عن ذلك.",
        'the engine and the specification disagree on "{name}" (case {case}). No answer is given; report it.',
    ),
    "engine_too_wide": (
        "« {name} » : {found} conditions dans un même groupe, la limite sûre est {limit}. Faites-en plusieurs règles.",
        "« {name} »: {found} من الشروط في مجموعة واحدة، والحد الآمن هو {limit}. وزعوها على عدة قواعد.",
        '"{name}": {found} conditions in one group, the safe limit is {limit}. Spread them over several rules.',
    ),
    "engine_empty": (
        "« {name} » n'a aucune condition : le moteur ne peut pas la prouver.",
        "« {name} » بلا شروط: لا يمكن للمحرك إثباتها.",
        '"{name}" has no condition: the engine cannot prove it.',
    ),
    "engine_name_clash": (
        "deux noms internes se confondent pour le moteur ({name}, {other}). Signalez-le.",
        "اسمان داخليان يختلطان على المحرك ({name}، {other}). بلغوا عن ذلك.",
        "two internal names look the same to the engine ({name}, {other}). Report it.",
    ),
    "internal": (
        "erreur interne ({reason}). Aucune réponse n'est donnée ; signalez ce cas.",
        "خطأ داخلي ({reason}). لا يعطى أي جواب؛ بلغوا عن هذه الحالة.",
        "internal error ({reason}). No answer is given; report this case.",
    ),
    "usage": (
        "commande mal écrite : {reason} Essayez : snia --help",
        "الأمر غير صحيح: {reason} جربوا: snia --help",
        "wrong usage: {reason} Try: snia --help",
    ),
}
