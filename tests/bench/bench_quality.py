"""Show the figures that the quality gates measure, each beside its bar.

Run: python tests/bench/bench_quality.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
JUNIT = "junit_family=legacy"  # the one that keeps what tests note


def main() -> None:
    """Run the gates and print what they noted."""
    with tempfile.TemporaryDirectory() as folder:
        noted = Path(folder) / "noted.xml"
        command = [sys.executable, "-m", "pytest", "tests/quality", f"--junitxml={noted}", "-o", JUNIT]
        done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        root = ElementTree.parse(noted)  # noqa: S314 - our own file
        figures = [(each.get("name", ""), each.get("value", "")) for each in root.iter("property")]
    print("| what | measured | bar |")
    print("|---|---|---|")
    for name, value in figures:
        measured, _, bar = value.partition("\t")
        print(f"| {name} | {measured} | {bar} |")
    print(f"\nThe gates themselves: {done.stdout.strip().splitlines()[-1].strip('= ')}")


if __name__ == "__main__":
    main()
