"""The villages of a town counted twice, and not alike: 辖21个行政村, and 全镇20个行政村实现光纤全覆盖."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.account import Account, Fault
from drafter.check.findings import paragraph
from drafter.model import Span

_ALL = re.compile(r"(?:下辖|管辖|现辖|辖|(?:全|我)[镇乡](?:所有|全部|现有|共有?)?的?)")
_COUNT = re.compile(
    r"(?P<count>\d+)个(?P<what>行政村|建制村|村(?!民小组|组|集体|级|小组|庄|容|民)|社区|居委会)"
    "(?!以上|以下|村民小组|集体|达到?|获|被|入选|申报|通过|成为|列入|[（(/]?(?:含)?社区|[（(]居)[、和]?"
)


def find_villages(account: Account) -> Iterator[Fault]:
    """Yield counts of all villages, or all communities, that differ from the first one."""
    first: dict[str, re.Match[str]] = {}
    for match in _counts(account.text):
        what = "村" if match["what"] in {"行政村", "建制村"} else match["what"]
        other = first.setdefault(what, match)
        if other["count"] != match["count"]:
            where = paragraph(account.text, other.start())
            yield Fault(
                "conflict",
                Span(match.start("count"), match.end("what")),
                f"{match['what']}的个数前后不一致：这里是{match['count']}个，{where}是{other['count']}个",
                "请核对，全文用同一个数；只指其中一部分的，请写明",
                severity="warning",
            )


def _counts(text: str) -> Iterator[re.Match[str]]:
    for lead in _ALL.finditer(text):
        at = lead.end()
        while match := _COUNT.match(text, at):
            yield match
            at = match.end()
