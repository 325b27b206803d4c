"""Faults of layout planted one at a time into good Word files: how many the layout rule finds, sort by sort.

Run: python tests/bench/bench_layout.py
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from quality.layout_scoring import scores

SEEDS = range(3)


def main() -> None:
    """Print what is raised on the good files, and a line for each sort of fault."""
    with tempfile.TemporaryDirectory() as folder:
        every = list(scores(Path(folder), SEEDS))
    good = [score for score in every if not score.fault]
    plants = [score for score in every if score.fault]
    print(f"good files: {len(good)}, deviations raised on them: {sum(len(score.raised) for score in good)} (bar 0)")
    for message in sorted({message for score in good for message in score.raised}):
        print(f"  {message}")
    found = sum(score.found for score in plants)
    print(f"planted faults: {len(plants)}, found: {found} = {found / len(plants):.1%} (bar 95 %)")
    by_sort = Counter(score.fault.partition(":")[0] for score in plants)
    hit = Counter(score.fault.partition(":")[0] for score in plants if score.found)
    for sort, count in sorted(by_sort.items()):
        print(f"  {sort:<12} {hit[sort]:>4} of {count}")
    for fault, count in Counter(score.fault for score in plants if not score.found).most_common():
        print(f"  missed: {fault} ({count})")


if __name__ == "__main__":
    main()
