"""`snia ask` and `snia check --ask`, by a person at a terminal, in three languages."""

from __future__ import annotations

import signal
import stat
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from shlex import quote

import pytest
from terminal import CTRL_C, CTRL_D, Session

from snia_advisor.law.rulebase.case_file import read_case
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.messages import LANGUAGES, catalogue

GOLDEN = Path(__file__).parents[1] / "golden"
RULES = ("--rules", str(GOLDEN / "rules"))
ON = ("--on", "2026-03-02")
Talk = Callable[..., Session]


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Talk]:
    """A function that sits a person down before `snia` with the arguments it is given, on the small law."""
    open_: list[Session] = []

    def sit(*args: str, lang: str = "fr", **options: object) -> Session:
        session = Session((*args, *RULES, "--lang", lang), tmp_path, **options)  # type: ignore[arg-type]
        open_.append(session.__enter__())
        return session

    yield sit
    for session in open_:
        session.__exit__()


def said(key: str, lang: str = "fr", **args: object) -> str:
    """A sentence of the catalogue as far as the first placeholder, with plain spaces."""
    text = catalogue()[key][LANGUAGES.index(lang)]
    return (text.format(**args) if args else text.split("{")[0]).strip()


def plain(text: str) -> str:
    """What is on the screen in one line of plain spaces."""
    return " ".join(text.replace("\u00a0", " ").split())


def on_screen(text: str, *sentences: str) -> None:
    for sentence in sentences:
        assert plain(sentence).casefold() in plain(text).casefold(), f"not on the screen: {sentence}\n{text}"


def fits(text: str, columns: int = 80) -> None:
    for line in text.splitlines():
        cells = sum(0 if unicodedata.combining(c) else 1 for c in line)
        assert cells <= columns, line


# --- a whole interview -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "answers"),
    [
        ("fr", ["12/3/1990", "3", "aucun"]),
        ("ar", ["١٢ مارس ١٩٩٠", "أخرى", "لا يوجد"]),
        ("en", ["12 March 1990", "other", "none"]),
    ],
)
def test_from_the_choice_of_a_path_to_the_advice(person: Talk, lang: str, answers: list[str]) -> None:
    session = person("ask", *ON, lang=lang)
    base = load_rules(GOLDEN / "rules")
    too_young = base.answers["hire"].outcomes["too_young"].title_without
    assert too_young is not None
    on_screen(session.prompt(), said("ask_paths", lang), base.paths["hire"].title.to(lang))
    first = session.type("1")
    on_screen(
        first,
        base.facts["worker.birth_date"].question.to(lang),
        {
            "fr": "Question 1, au plus 2 de plus",
            "ar": "السؤال 1، يليه على الأكثر سؤالان",
            "en": "Question 1, at most 2 more",
        }[lang],
        base.determinations["visa"].title.to(lang),  # what it serves
        said("ask_settles", lang),
        f"{'←' if lang == 'ar' else '→'} {too_young.to(lang)}",  # the answer first
        *(said("ask_key_" + key, lang) for key in ("help", "back", "unknown", "save", "quit")),
    )
    on_screen(first, {"fr": "art. 3", "ar": "المادة 3", "en": "art. 3"}[lang])  # the article
    second = session.type(answers[0])
    on_screen(
        second,
        {"fr": "12 mars 1990", "ar": "12 مارس 1990", "en": "12 March 1990"}[lang],  # the date as it was understood
        base.facts["worker.nationality"].hint.to(lang),  # type: ignore[union-attr]
        *(f"{n}. {text.to(lang)}" for n, text in enumerate(base.options("worker.nationality").values(), 1)),
    )
    third = session.type(answers[1])
    on_screen(third, said("ask_progress_last", lang, n=3), said("ask_form_or_none", lang, form="").strip())
    session.send(answers[2])
    assert session.end() == 0
    on_screen(
        session.text,
        said("ask_done", lang),
        base.answers["hire"].outcomes["both"].title.to(lang).upper(),
        base.determinations["attestation"].choose["required"].title.to(lang),  # type: ignore[index]
    )
    fits(session.text)
    assert not any(sign in session.text for sign in "\u202a\u202b\u202c\u2066\u2067\u2069")


def test_no_question_that_cannot_matter(person: Talk) -> None:
    """Too young: nothing else is asked."""
    session = person("ask", "hire", *ON)
    session.prompt()
    session.send("1/1/2020")
    assert session.end() == 0
    on_screen(session.text, "Question 1", "Non : trop jeune, 6 ans")
    assert "Question 2" not in session.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_unknown(person: Talk, lang: str) -> None:
    session = person("ask", "hire", *ON, lang=lang)
    session.prompt()
    session.type("u")
    session.type({"fr": "je ne sais pas", "ar": "لا أعرف", "en": "I don't know"}[lang])
    session.send("u")
    assert session.end() == 3
    on_screen(session.text, said("ask_done_unknown", lang), said("first_ask", lang))


def test_only_an_open_question_is_left(person: Talk) -> None:
    session = person("ask", "hire", *ON)
    session.prompt()
    session.type("12/3/1990")
    session.type("2")
    session.send("non")
    assert session.end() == 4


# --- wrong answers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_wrong_answers_are_told_and_asked_again(person: Talk, lang: str) -> None:
    session = person("ask", "hire", *ON, lang=lang)
    session.prompt()
    for typed, key in (
        ("hier", "ask_date_form"), ("31/2/1990", "ask_date_impossible"), ("5/11/90", "ask_date_year"),
        ("aucun", "ask_date_form"),
    ):  # fmt: skip
        on_screen(session.type(typed), said(key, lang, value=typed))
    on_screen(session.type(""), said("ask_empty", lang))
    refused = session.type("5/11/2030")  # after the date of the question: a constraint
    text = load_rules(GOLDEN / "rules").constraints["born_before"].text.to(lang)
    on_screen(
        refused, said("ask_refused", lang, text=text), said("ask_check_them", lang), said("ask_progress", lang).split("{")[0]
    )
    session.type("5/11/1990")
    on_screen(session.type("7"), said("ask_option_number", lang, value="7", last=3))
    on_screen(session.type("martienne"), said("ask_option_form", lang, value="martienne", last=3))
    session.send("q")
    assert session.end() == 0


def test_a_name_in_doubt_is_confirmed(person: Talk) -> None:
    session = person("ask", "hire", *ON)
    session.prompt()
    session.type("5/11/1990")
    menu = session.type("D'un Etat a conventoin")  # nearly
    on_screen(menu, said("ask_mean"), "1. D'un État à convention", f"0. {said('ask_mean_none')}")
    assert plain(session.type("0")) == "0 >"  # none of them: the question waits
    session.type("D'un Etat a conventoin")
    on_screen(session.type("1"), "✓ Nationalité : D'un État à convention")


def test_cursor_keys_and_bytes_of_another_encoding(person: Talk) -> None:
    session = person("ask", "hire", *ON, env={"PYTHONIOENCODING": "utf-8:strict"})
    session.prompt()
    on_screen(session.type(b"\x1b[A\n"), said("ask_empty"))
    on_screen(session.type(b"\xe9t\xe9\n"), "n'est pas une date")
    on_screen(session.type(b"\x1b[C5/11/1990\x1b[D\n"), "5 novembre 1990")


def test_a_line_is_edited_and_not_kept(person: Talk) -> None:
    session = person("ask", "hire", *ON)
    session.prompt()
    on_screen(session.type(b"/11/199\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D5\x050\n"), "5 novembre 1990")
    on_screen(session.type(b"\x1b[A\n"), said("ask_empty"))  # the key that would bring the last answer back


# --- keys --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_back_and_help(person: Talk, lang: str) -> None:
    session = person("ask", "hire", *ON, lang=lang)
    first = session.prompt()
    on_screen(session.type("b"), said("ask_first", lang))
    session.type("5/11/1990")
    helped = session.type("؟" if lang == "ar" else "?")
    base = load_rules(GOLDEN / "rules")
    on_screen(
        helped,
        base.facts["worker.nationality"].title.to(lang),
        base.documents["passport"].title.to(lang),  # what proves it
        said("ask_keys", lang),
        *(said("ask_long_" + key, lang) for key in ("help", "back", "unknown", "save", "quit")),
        base.determinations["attestation"].choose["without_object"].title.to(lang),  # type: ignore[index]
    )
    fits(helped)
    again = session.type("b")
    on_screen(again, said("ask_taken_back", lang))
    assert plain(again).endswith(plain(first))  # the same question, the same progress
    session.type("1/1/1980")
    session.type("u")
    session.type("b")
    on_screen(session.type("1"), base.options("worker.nationality")["moroccan"].to(lang))


@pytest.mark.parametrize("key", ["q", "arrêter", CTRL_D])
def test_stop_says_that_nothing_was_saved(person: Talk, tmp_path: Path, key: str | bytes) -> None:
    session = person("ask", "hire", *ON)
    session.prompt()
    session.type("5/11/1990")
    session.send(key)
    assert session.end() == 0
    on_screen(session.text, said("ask_stopped"))
    assert "Non :" not in session.text
    assert "Traceback" not in session.text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, reason="started where interrupts are ignored")
def test_an_interrupt_is_quiet(person: Talk, tmp_path: Path) -> None:
    session = person("ask", "hire", *ON)
    session.prompt()
    session.send(CTRL_C)
    assert session.end() == 130
    assert "Traceback" not in session.text
    assert list(tmp_path.iterdir()) == []


def test_the_choice_of_a_path_takes_names_help_and_nothing_else(person: Talk) -> None:
    session = person("ask", *ON)
    session.prompt()
    on_screen(session.type("b"), said("ask_path_first"))
    on_screen(session.type("?"), said("ask_keys"))
    on_screen(session.type("9"), said("ask_option_form", value="9", last=1))
    on_screen(session.type("recrut"), "Question 1")
    session.send("q")
    assert session.end() == 0


# --- save and resume ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_save_stop_and_resume(person: Talk, tmp_path: Path, lang: str) -> None:
    session = person("ask", "hire", *ON, lang=lang)
    session.prompt()
    session.type("5/11/1990")
    on_screen(session.type("s"), said("ask_file", lang))
    session.send("mon cas.yaml")
    assert session.end() == 0
    file = tmp_path / "mon cas.yaml"
    on_screen(session.text, said("written", lang, file=file.name), said("ask_resume", lang, file=quote(file.name)))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [file.name]  # no temporary file is left
    case = read_case(file.read_text(encoding="utf-8"), file.name, load_rules(GOLDEN / "rules"))
    assert (case.path, str(case.on), {k: str(v) for k, v in case.facts.items()}) == (
        "hire", "2026-03-02", {"worker.birth_date": "1990-11-05"},
    )  # fmt: skip
    resumed = person("ask", "--from", file.name, "--save", file.name, lang=lang)
    on_screen(resumed.prompt(), load_rules(GOLDEN / "rules").facts["worker.nationality"].question.to(lang))
    resumed.send("1")
    assert resumed.end() == 0  # its own file is replaced without asking
    saved = read_case(file.read_text(encoding="utf-8"), file.name, load_rules(GOLDEN / "rules"))
    assert saved.facts["worker.nationality"] == "moroccan"


def test_an_unchosen_date_is_not_saved(person: Talk, tmp_path: Path) -> None:
    session = person("ask", "hire", "--save", "c.yaml")
    session.prompt()
    session.send("s")
    assert session.end() == 0
    assert (tmp_path / "c.yaml").read_text(encoding="utf-8") == "path: hire\n"


def test_an_empty_name_goes_on(person: Talk) -> None:
    session = person("ask", "hire", *ON)
    session.prompt()
    session.type("s")
    on_screen(session.type(""), "Question 1")


@pytest.mark.parametrize("content", ["rien d'un cas\n", "path: hire\ncase: {}\nexpect: {}\n", None])
def test_another_file_is_not_replaced_unasked(person: Talk, tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "autre.yaml"
    file.write_text(content or "path: hire\n", encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    session = person("ask", "hire", *ON)
    session.prompt()
    session.type("s")
    key = "ask_replace_other" if content else "ask_replace_case"
    on_screen(session.type("autre.yaml"), said(key, file="autre.yaml"))
    on_screen(session.type("n"), said("ask_file"))
    assert file.read_text(encoding="utf-8") == before
    session.type("autre.yaml")
    session.send("o")
    assert session.end() == 0
    assert "on: 2026-03-02" in file.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written(person: Talk, tmp_path: Path) -> None:
    session = person("ask", "hire", *ON)
    session.prompt()
    session.type("s")
    refused = session.type("absent/cas.yaml")
    on_screen(refused, "ne peut pas être écrit", said("ask_file"))
    session.type("")
    session.send("q")
    assert session.end() == 0
    assert list(tmp_path.iterdir()) == []


# --- starting points ---------------------------------------------------------------------------------------------


def test_a_case_that_is_complete_has_no_question(person: Talk) -> None:
    session = person("ask", "--from", str(GOLDEN / "cases" / "yes.yaml"))
    assert session.end() == 0
    assert "Question" not in session.text.split(said("ask_done"))[0]


def test_check_asks_for_what_is_missing(person: Talk) -> None:
    """As many questions as `check` lists when nothing is known; then the advice."""
    session = person("check", str(GOLDEN / "cases" / "facts.yaml"), "--ask")
    on_screen(session.prompt(), "Question 1, au plus 2 de plus", "du 3 mars 2011 au 2 mars 2026 → Non : trop jeune")
    session.type("u")
    on_screen(session.type("u"), "Question 3, la dernière")
    session.send("u")
    assert session.end() == 3
    on_screen(session.text, said("ask_done_unknown"), said("first_ask"))


def test_a_case_that_one_path_concerns_needs_no_choice(person: Talk, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("worker: {birth_date: 1990-11-05}\n", encoding="utf-8")
    session = person("check", "c.yaml", "--ask", *ON)
    on_screen(session.prompt(), "Question 1, au plus 1 de plus", "Quelle est la nationalité ?")
    session.send("1")
    assert session.end() == 0


def test_check_with_nothing_missing_asks_nothing(person: Talk) -> None:
    session = person("check", str(GOLDEN / "cases" / "yes.yaml"), "--ask")
    assert session.end() == 0
    assert plain(said("ask_done")) not in plain(session.text)


def test_the_advice_goes_to_the_file(person: Talk, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("path: hire\non: 2026-03-02\nworker: {birth_date: 1990-11-05}\n", encoding="utf-8")
    session = person("check", "c.yaml", "--ask", "-o", "avis.txt")
    session.prompt()
    session.send("1")
    assert session.end() == 0
    assert "Recruter" in (tmp_path / "avis.txt").read_text(encoding="utf-8")
    assert "Rang 1" not in session.text


# --- countries, on the real law ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "typed", "shown"),
    [
        ("fr", "Niger", ["Niger [NE]", "Nigeria [NG]"]),
        ("ar", "النيجر", ["النيجر [NE]", "نيجيريا [NG]"]),
        ("en", "Congo", ["Congo (Brazzaville) [CG]", "Democratic Republic of the Congo (Kinshasa) [CD]"]),
    ],
)
def test_countries(tmp_path: Path, lang: str, typed: str, shown: list[str]) -> None:
    with Session(("ask", "hire_employee", "--on", "2026-03-02", "--lang", lang), tmp_path) as session:
        on_screen(session.prompt(), said("ask_form_search_set", lang))
        on_screen(session.type("qqqq"), said("ask_not_found", lang, value="qqqq"))
        on_screen(session.type(typed), said("ask_mean", lang), *(f"{n}. {name}" for n, name in enumerate(shown, 1)))
        on_screen(session.type("2"), shown[1].split(" [")[0], said("ask_another", lang))
        on_screen(session.type("b"), said("ask_removed", lang))
        on_screen(session.type("SN"), said("ask_another", lang))
        noted = session.type("")
        on_screen(
            noted,
            {"fr": "Sénégal", "ar": "السنغال", "en": "Senegal"}[lang],
            said("ask_progress", lang, n=2, left="").rstrip(),
        )
        fits(session.text)


def test_a_list_entry_by_entry(tmp_path: Path) -> None:
    """Columns one by one, back inside the list, a column that is not known, a second entry taken back."""
    base = load_rules()
    fact = next(f for f in base.facts.values() if f.fields and next(iter(f.fields.values())).type == "choice")
    path = next(p.id for p in base.paths.values() if fact.id in waited_for(p.id))
    with Session(("ask", path, "--on", "2026-03-02", "--lang", "fr", "--save", "c.yaml"), tmp_path) as session:
        screen = session.prompt()
        while said("ask_form_records") not in plain(screen):
            screen = session.type("u")
        on_screen(session.type("o"), said("ask_record", n=1, title=next(iter(fact.fields.values())).title.fr))  # type: ignore[union-attr]
        on_screen(session.type("b"), said("ask_record_any"))  # before the first column: whether there is an entry at all
        columns = list((fact.fields or {}).values())
        session.type("o")
        session.type("1")
        on_screen(session.type("u"), columns[2].title.fr)  # the second column is not known
        on_screen(session.type("b"), columns[1].title.fr)
        session.type("u")
        for column in columns[2:]:
            session.type("o" if column.type == "yes_no" else "1")
        on_screen(session.text[-200:], said("ask_record_more"))
        session.type("peut-être")
        on_screen(session.type("o"), said("ask_record", n=2, title=columns[0].title.fr))
        on_screen(session.type("b"), said("ask_record", n=1, title=columns[-1].title.fr))
        session.type("o" if columns[-1].type == "yes_no" else "1")
        session.type("u")  # whether there are others is not known
        session.send("s")
        assert session.end() in (0, 3)  # saved at the end, or by the key
    case = read_case((tmp_path / "c.yaml").read_text(encoding="utf-8"), "c", base)
    assert not case.facts[fact.id].complete
    (record,) = case.facts[fact.id].items
    assert len(record) == len(columns) - 1


def waited_for(path: str) -> set[str]:
    from snia_advisor.questions.ask.interview import Interview

    return {fact for missing in Interview(load_rules(), path).standing.missing.values() for fact in missing}


# --- where an interview is not possible --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "key"),
    [
        (["ask"], "ask_terminal"),
        (["ask", "hire", "--save", "x.yaml"], "ask_terminal"),
        (["check", "cases/facts.yaml", "--ask"], "ask_terminal"),
        (["ask", "--from", "-"], "ask_stdin"),
        (["check", "-", "--ask"], "ask_stdin"),
        (["check", "cases/facts.yaml", "--ask", "--json"], "ask_json"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_off_a_terminal(snia, args: list[str], key: str, lang: str) -> None:
    ran = snia(*args, *RULES, "--lang", lang)
    assert (ran.code, ran.out) == (2, "")
    assert plain(ran.err) == plain(said(key, lang))


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("ask", "hir"), "hire"),
        (("ask", "hire", "--on", "2026-02-30"), "2026-02-30"),
        (("ask", "--from", "absent.yaml"), "absent.yaml"),
    ],
)
def test_wrong_arguments(person: Talk, args: tuple[str, ...], word: str) -> None:
    session = person(*args)
    assert session.end() == 2
    assert word in session.text
    assert "Traceback" not in session.text
