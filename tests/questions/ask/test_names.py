"""Finding a country, or any entry of a list, by what people type; nothing that could be another is taken unasked."""

from __future__ import annotations

import pytest

from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.questions.ask.names import NamedEntry, Names, names_of

LIST = "countries"


@pytest.fixture(scope="module")
def countries(rules: RuleBase) -> Names:
    return Names(NamedEntry(e.id, (e.title.fr, e.title.ar, e.title.en), e.aliases) for e in rules.lists[LIST].entries)


NAMES = {
    "SN": ["Sénégal", "senegal", "SÉNÉGAL", "sene", "SN", "السنغال", "سنغال", "السينغال", "Sénégalais"],
    "CI": ["Côte d'Ivoire", "Ivory Coast", "ساحل العاج", "كوت ديفوار", "ivoirien"],
    "US": ["USA", "U.S.A.", "أمريكا", "الماريكان", "États-Unis", "Etats Unis"],
    "GB": ["UK", "Angleterre", "بريطانيا", "Royaume-Uni"],
    "AE": ["Emirats", "الإمارات", "الامارات", "Émirats arabes unis"],
    "CF": ["Centrafrique"],
    "CV": ["Cap-Vert", "Cabo Verde", "الرأس الأخضر"],
    "SZ": ["Swaziland", "eswatini"],
    "MM": ["Birmanie", "Myanmar", "Burma", "بورما"],
    "SY": ["Syrie", "سوريا", "سورية"],
    "NL": ["Hollande", "هولندا", "Pays-Bas"],
    "TR": ["Turquie", "Turkey", "Türkiye", "تركيا"],
    "CD": ["RDC", "Congo-Kinshasa"],
    "CG": ["Congo Brazza"],
    "IT": ["الطاليان", "Italie"],
    "DE": ["لالمان", "ألمانيا", "المانيا"],
    "MA": ["Maroc", "المغرب", "MA", "Moroccan"],
    "PH": ["Philippines", "الفلبين"],
    "TD": ["Tchad", "تشاد"],
    "CZ": ["République tchèque"],
    "KM": ["les Comores", "جزر القمر"],
    "MU": ["Île Maurice"],
    "FR": ["France"],
    "STATELESS": ["apatride", "عديم الجنسية"],
}


@pytest.mark.parametrize(("found", "typed"), [(name, typed) for name, all_ in NAMES.items() for typed in all_])
def test_one_name_one_country(countries: Names, typed: str, found: str) -> None:
    assert countries.find(typed).ids[0] == found


@pytest.mark.parametrize(
    "typed",
    [
        *NAMES["SN"],
        *NAMES["CI"],
        *NAMES["AE"],
        *NAMES["MA"],
        *NAMES["FR"],
        *NAMES["PH"],
        *NAMES["STATELESS"],
        "Syrie",
        "Inde",
    ],
)
def test_nothing_is_confirmed_needlessly(countries: Names, typed: str) -> None:
    assert countries.find(typed).sure


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("Niger", {"NE", "NG"}),
        ("Nigeria", {"NG", "NE"}),
        ("nigeri", {"NG", "NE"}),
        ("النيجر", {"NE", "NG"}),
        ("نيجيريا", {"NE", "NG"}),
        ("NE", {"NE", "NG"}),
        ("Nigérien", {"NE", "NG"}),
        ("nigerian", {"NG", "NE"}),
        ("Congo", {"CG", "CD"}),
        ("الكونغو", {"CG", "CD"}),
        ("congolais", {"CG", "CD"}),
        ("République démocratique du Congo", {"CG", "CD"}),
        ("Guinée", {"GN", "GQ", "GW"}),
        ("guinea", {"GN", "GQ", "GW"}),
        ("غينيا", {"GN", "GQ", "GW"}),
        ("Guinée-Bissau", {"GN", "GW"}),
        ("Guinée Conakry", {"GN", "GW"}),
        ("Soudan", {"SD", "SS"}),
        ("South Sudan", {"SD", "SS"}),
        ("Corée", {"KP", "KR"}),
        ("Iran", {"IR", "IQ"}),
        ("Irlande", {"IE", "IS"}),
        ("Dominica", {"DM", "DO"}),
        ("Samoa", {"WS", "AS"}),
        ("الجابون", {"GA", "JP"}),
        ("ma", {"MA", "ML", "MG"}),  # an id in small letters also begins names
    ],
)
def test_what_could_be_another_country_is_confirmed(countries: Names, typed: str, among: set[str]) -> None:
    found = countries.find(typed)
    assert not found.sure
    assert among <= set(found.ids)


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("Sénégall", "SN"), ("camerun", "CM"), ("senegalaise", "SN"), ("malienne", "ML"), ("Allemange", "DE"),
        ("cote divoire", "CI"), ("Mauritannie", "MR"), ("السنقال", "SN"), ("تونسية", "TN"), ("fidjienne", "FJ"),
    ],
)  # fmt: skip
def test_a_near_miss_is_proposed_never_taken(countries: Names, typed: str, proposed: str) -> None:
    found = countries.find(typed)
    assert proposed in found.ids
    assert not found.sure


@pytest.mark.parametrize("typed", ["", "  ", "?", "xyzzy", "qqqq", "…"])
def test_what_means_nothing_finds_nothing(countries: Names, typed: str) -> None:
    assert countries.find(typed).ids == ()


def test_a_single_letter_is_never_sure(countries: Names) -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        assert not countries.find(letter).sure


def test_every_country_is_found_by_every_name_of_it(countries: Names) -> None:
    for name, entry in countries.entries.items():
        for written in (*entry.titles, *entry.aliases, name):
            found = countries.find(written)
            assert name in found.ids, written
            assert not found.sure or found.ids == (name,), written


def test_resembling_is_mutual_where_one_name_is_a_part_of_the_other(countries: Names) -> None:
    for name in ("NE", "CG", "GN", "SD", "KP", "WS"):
        assert countries.resembling(name)
        for other in countries.resembling(name):
            assert name in countries.resembling(other)


def test_no_spelling_is_written_twice(rules: RuleBase) -> None:
    for entry in rules.lists[LIST].entries:
        named = Names([NamedEntry(entry.id, (entry.title.fr, entry.title.ar, entry.title.en))]).entries[entry.id].keys
        again = [NamedEntry("x", (alias, alias, alias)).bare[0] for alias in entry.aliases]
        assert len(set(again)) == len(again), entry.id
        assert not named & set(again), f"{entry.id}: found by its title already"


def test_the_same_spelling_of_two_countries_gives_both(rules: RuleBase, countries: Names) -> None:
    owners: dict[str, set[str]] = {}
    for entry in rules.lists[LIST].entries:
        for alias in entry.aliases:
            owners.setdefault(alias, set()).add(entry.id)
    shared = {alias: ids for alias, ids in owners.items() if len(ids) > 1}
    assert shared
    for alias, ids in shared.items():
        assert ids <= set(countries.find(alias).ids)


def test_the_options_of_a_fact_are_found_in_three_languages(rules: RuleBase) -> None:
    facts = [fact for fact in rules.facts.values() if fact.options and fact.type in ("choice", "set")]
    assert len(facts) > 30
    for fact in facts:
        names = names_of(rules, fact.id)
        for option, text in (fact.options or {}).items():
            for title in (text.fr, text.ar, text.en, option):
                assert option in names.find(title).ids, (fact.id, title)


def test_the_options_of_a_column(rules: RuleBase) -> None:
    columns = [f"{fact.id}.{name}" for fact in rules.facts.values() for name, f in (fact.fields or {}).items() if f.options]
    assert columns
    for column in columns:
        assert set(names_of(rules, column).entries) == set(rules.options(column))


def test_a_part_of_several_words(rules: RuleBase) -> None:
    long = [
        fact.id for fact in rules.facts.values() if fact.options_from and fact.options_from != LIST and fact.type == "set"
    ]
    assert long
    names = names_of(rules, long[0])
    for option, text in list(rules.options(long[0]).items())[:40]:
        pieces = " ".join(word[:5] for word in text.fr.split()[:3])
        assert option in names.find(pieces).ids, pieces


def test_an_id_in_small_letters_is_a_word_like_any_other() -> None:
    names = Names(
        [NamedEntry("de", ("Allemagne", "ألمانيا", "Germany")), NamedEntry("dk", ("Danemark", "الدنمارك", "Denmark"))]
    )
    assert not names.find("de").sure
    assert set(names.find("de").ids) == {"de", "dk"}
