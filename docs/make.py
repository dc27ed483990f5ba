"""Write every page of docs/ that comes from the program: `python docs/make.py [--check]`.

JSON Schemas, the command line, coverage of the law dossier, twenty answers, the table of the rules. With --check nothing
is written: exit 1 when a page is not current, each named, or when a fact of the dossier is neither encoded nor explained.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import make_answers  # noqa: E402
import make_cli  # noqa: E402
import make_coverage  # noqa: E402
import make_schemas  # noqa: E402
import make_table  # noqa: E402

from snia_advisor.law.rulebase.load import load_rules  # noqa: E402
from snia_advisor.questions.scenarios.files import load_scenarios  # noqa: E402
from snia_advisor.questions.scenarios.jobs import run_in_processes  # noqa: E402


def pages() -> Iterator[tuple[Path, str]]:
    """Every page with what it must say."""
    base = load_rules(HERE.parent / "rules")
    for name in make_schemas.NAMES:
        yield HERE / "schemas" / f"{name}.json", make_schemas.written(name)
    yield make_cli.PAGE, make_cli.page()
    yield HERE / "coverage.md", make_coverage.page()[0]
    yield make_answers.PAGE, make_answers.page(base)
    yield make_table.PAGE, make_table.page(base, run_in_processes(base, load_scenarios(base)))


def main() -> int:
    """Write, or compare."""
    check = "--check" in sys.argv
    wrong = make_coverage.page()[1]
    for file, text in pages():
        current = file.exists() and file.read_text(encoding="utf-8") == text
        if not current and check:
            wrong.append(f"docs/{file.relative_to(HERE)} is not current: run python docs/make.py")
        elif not current:
            file.write_text(text, encoding="utf-8")
            print(f"written: docs/{file.relative_to(HERE)}")
    print("\n".join(wrong) if wrong else "every page is current, and every fact of the dossier is accounted for")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
