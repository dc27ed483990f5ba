"""The other commands: JSON shapes and exit codes."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

YES, STOP = "cases/yes.yaml", "cases/stop.yaml"


def test_why_prints_the_proof_nodes(snia) -> None:
    why = snia("why", YES, "attestation", "--rules", "rules", "--json").json()
    assert (why["determination"], why["outcome"], why["asked"]) == ("attestation", "not_required", None)
    assert why["nodes"][0]["truth"] == "true"
    why_not = snia("why", YES, "attestation", "required", "--rules", "rules", "--json").json()
    assert [node["truth"] for node in why_not["nodes"]] == ["false"]
    rule = snia("why", STOP, "findings", "begun_early", "--rules", "rules", "--json").json()
    assert [node["rule"] for node in rule["nodes"]] == ["begun_early"]


def test_why_has_the_exit_code_of_its_determination(snia) -> None:
    assert snia("why", "cases/facts.yaml", "visa", "--rules", "rules").code == 3
    assert snia("why", "cases/question.yaml", "visa", "--rules", "rules").code == 4
    assert snia("why", "cases/question.yaml", "attestation", "--rules", "rules").code == 0
    assert snia("why", "cases/facts.yaml", "findings", "--rules", "rules").code == 0


def test_scenarios_run_exits_with_one_when_one_fails(snia, tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    ran = snia("scenarios", "run", "scenarios", "--rules", "rules", "--json", "--junit", str(report))
    assert (ran.code, ran.err) == (1, "")
    document = ran.json()
    assert (document["passed"], document["failed"]) == (1, 1)
    assert set(document["coverage"]) == {"rules", "outcomes", "untested"}
    assert {s["id"] for s in document["scenarios"]} == {"a_card_exempts", "a_wrong_expectation"}
    assert ElementTree.parse(report).getroot().get("failures") == "1"
    assert snia("scenarios", "run", "scenarios/a_card_exempts.yaml", "--rules", "rules").code == 0


def test_a_report_does_not_replace_the_work_of_others(snia, tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    asked = ("scenarios", "run", "scenarios", "--rules", "rules", "--junit")
    for _ in range(2):  # its own work it replaces
        assert snia(*asked, str(report)).code == 1
    report.write_text("<?xml version='1.0'?><testsuite name='mine'/>", encoding="utf-8")
    refused = snia(*asked, str(report))
    assert (refused.code, refused.out) == (2, "")
    assert "--force" in refused.err
    assert "mine" in report.read_text(encoding="utf-8")
    assert snia(*asked, str(report), "--force").code == 1
    assert "mine" not in report.read_text(encoding="utf-8")
    scenario = tmp_path / "one.yaml"
    scenario.write_bytes(Path("scenarios/a_card_exempts.yaml").read_bytes())
    ran = snia("scenarios", "run", str(scenario), "--rules", "rules", "--junit", str(scenario), "--force")
    assert (ran.code, scenario.read_bytes()) == (2, Path("scenarios/a_card_exempts.yaml").read_bytes())


def test_scenarios_list_and_show(snia) -> None:
    listed = snia("scenarios", "list", "scenarios", "--rules", "rules", "--json").json()
    assert [s["id"] for s in listed] == ["a_card_exempts", "a_wrong_expectation"]
    shown = snia("scenarios", "show", "scenarios/a_wrong_expectation.yaml", "--rules", "rules", "--json").json()
    assert shown["facts"]["worker.nationality"] == "moroccan"
    assert "expect" not in shown


def test_rules_list_is_the_contract(snia) -> None:
    rows = snia("rules", "list", "--rules", "rules", "--json").json()
    assert set(rows[0]) == {"id", "file", "line", "sources", "basis", "from", "to", "confidence"}
    card = next(row for row in rows if row["id"] == "card_in_force")
    assert (card["from"], card["to"], card["confidence"]) == ("2010-01-01", None, "high")
    assert card["file"] == "rules/law.yaml"


def test_rules_show_reads_parameters_on_the_date(snia) -> None:
    entry = snia("rules", "show", "hourly", "--rules", "rules", "--json").json()[0]
    assert (entry["kind"], entry["id"]) == ("parameter", "hourly")
    assert "au moins" not in snia("rules", "show", "too_young", "--rules", "rules").out
    assert "15 ans" in snia("rules", "show", "too_young", "--rules", "rules", "--on", "2026-03-02").out
    assert "15 ans" not in snia("rules", "show", "too_young", "--rules", "rules", "--on", "1999-03-02").out


def test_rules_check_exits_with_one_when_something_is_found(snia, tmp_path: Path) -> None:
    assert snia("rules", "check", "--rules", "rules").code == 0
    assert snia("rules", "check", "--rules", "rules", "--json").json() == {"findings": []}
    (tmp_path / "law.yaml").write_text("- rule: broken\n", encoding="utf-8")
    ran = snia("rules", "check", "--rules", str(tmp_path), "--json")
    assert ran.code == 1
    assert set(ran.json()["findings"][0]) == {"code", "severity", "file", "line", "message", "fix"}


def test_facts_as_json(snia) -> None:
    facts = {fact["id"]: fact for fact in snia("facts", "--rules", "rules", "--json").json()}
    assert facts["worker.nationality"]["options"]["moroccan"] == "Marocaine"
    assert facts["job.rare"]["unofficial_hints"][0]["title"] == "Horloger"
    assert [fact["id"] for fact in snia("facts", "job", "--rules", "rules", "--json").json()] == ["job.rare", "job.started"]


def test_sources_as_json(snia) -> None:
    source = snia("sources", "work-law", "--rules", "rules", "--json").json()[0]
    assert source["rank"] == 1
    assert {"kind": "rule", "id": "too_young", "citations": ["work-law#3"]} in source["cited_by"]


def test_schemas(snia) -> None:
    for name in ("advice", "case", "scenario", "rules"):
        assert snia("schema", name, "--rules", "rules").json()["$schema"].startswith("https://json-schema.org/")


def test_doctor_proves_a_small_case(snia) -> None:
    ran = snia("doctor", "--rules", "rules", "--json")
    assert ran.code == 0
    lines = {line["name"]: line for line in ran.json()["lines"]}
    assert lines["engine"]["ok"] is True
    assert lines["rules"]["value"] == "rules"
    assert len(lines["hash"]["value"]) == 64


def test_doctor_reports_what_is_broken_instead_of_failing(snia, tmp_path: Path, monkeypatch) -> None:
    ran = snia("doctor", "--rules", str(tmp_path))
    assert (ran.code, ran.err) == (1, "")
    monkeypatch.setitem(__import__("sys").modules, "durable_rules_engine", None)
    assert snia("doctor", "--rules", "rules").code == 1
