"""How long a person waits: `snia --help` against the bare import of typer, and `snia check` on one case.

    python benchmarks/startup.py [--runs N]

Medians of N runs, all in one go, so that the ratios hold whatever the machine is doing. The two targets are a ratio of 2 for
the help, and half a second for the check on a two-core machine.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SNIA = Path(sys.executable).with_name("snia")
CASE = ROOT / "scenarios/hire_employee/exemption_grounds/a_recognised_refugee_is_hired_as_a_cook_in_rabat.yaml"
COMMANDS = {
    "bare interpreter": [sys.executable, "-c", "pass"],
    "import typer": [sys.executable, "-c", "import typer"],
    "snia --help": [str(SNIA), "--help"],
    "snia check CASE": [str(SNIA), "check", str(CASE)],
    "snia check CASE --json": [str(SNIA), "check", str(CASE), "--json"],
}


def once(command: list[str]) -> float:
    """Seconds of one run, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):  # interleaved, so that a slow moment touches all of them
        for name, command in COMMANDS.items():
            times[name].append(once(command))
    median = {name: statistics.median(values) for name, values in times.items()}
    for name, value in median.items():
        print(f"{name:25} {value * 1000:7.0f} ms")
    print(f"help / import typer       {median['snia --help'] / median['import typer']:7.2f}")


if __name__ == "__main__":
    main()
