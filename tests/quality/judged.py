"""Lists of what mining gave, each item read and judged: `判定`, what was judged, `理由`, tab-separated.

可用 is usable as it stands; 寻常 too, but a writer would hardly look it up; 不可用 has its reason, which begins with
夹带 where a fact of somebody else's is carried along. What nobody has judged counts as not usable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

USABLE = ("可用", "寻常")
Item = tuple[str, ...]  # the columns between the verdict and its reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found on reading."""

    usable: bool
    reason: str = "未判定"

    @property
    def foreign(self) -> bool:
        """Tell whether it carries a fact of somebody else's."""
        return self.reason.startswith("夹带")


UNREAD = Verdict(usable=False)


def read_judged(path: Path) -> dict[Item, Verdict]:
    """Return the verdicts of a list. Fail where an item comes twice, or a reason is missing or out of place."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found: dict[Item, Verdict] = {}
    for row in (line.split("\t") for line in lines if not line.startswith(("#", "判定"))):
        verdict, *item, reason = row
        assert verdict in {*USABLE, "不可用"}, row
        assert (verdict in USABLE) == (reason == ""), row
        assert tuple(item) not in found, row
        found[tuple(item)] = Verdict(verdict in USABLE, reason)
    return found


def assert_usable(items: Sequence[Item], judged: Mapping[Item, Verdict], at_least: int) -> float:
    """Assert that so many of the items are usable, and none carries a foreign fact; return the share usable."""
    assert len(set(items)) == len(items)
    verdicts = {item: judged.get(item, UNREAD) for item in items}
    poor = {item: verdict.reason for item, verdict in verdicts.items() if not verdict.usable}
    assert not [item for item, verdict in verdicts.items() if verdict.foreign]
    assert len(items) - len(poor) >= at_least, poor
    return 1 - len(poor) / len(items)
