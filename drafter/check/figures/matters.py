"""The matters of livelihood promised for a year counted twice, in digits or words: 十件民生实事, and 9件实事."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.conflicts import MOST_VALUES
from drafter.check.figures.numerals import NUMBER, number_of
from drafter.check.figures.sayings import told
from drafter.check.findings import paragraph
from drafter.model import Span

OTHER = 2  # times; counts further apart are of different offices

_MATTERS = re.compile(
    rf"(?<![\d一二三四五六七八九十百])(?P<count>{NUMBER})[件项](?:年度|重点|重大)*(?:民生|惠民|为民)?实事"
    rf"|(?:民生|惠民|为民)实事(?P<behind>{NUMBER})[件项]"
)
_OTHERS = (  # some of them, those of others, or of other years
    "其中|其[他它余]|[省市县区村]级?$|[省市县区]委|[省市县]政府|累计|以来|[上去前明来新下]一?年|每|各村|[五三]年|已完成$|服务$|惠.$|将|拟|力争|余下|剩余|另|又|[半季]|还有|新的|20\\d\\d年"
)
_ASK = "请核对，全文用同一个数；只指其中一部分的，请写明"


def find_matters(account: Account) -> Iterator[Fault]:
    """Yield counts of a year's matters of livelihood that differ from the first one of the review, or of the plan."""
    if "实事" not in account.text:
        return
    own = account.case.own.period
    seen: dict[bool, list[tuple[int, Span]]] = {True: [], False: []}
    for sentence, chapter in told(account.case.document):
        said = sentence.of(account.text)
        for match in _MATTERS.finditer(said) if "实事" in said else ():
            before = said[: match.start()].replace(f"{own.year}年", "") if own else said[: match.start()]
            count = number_of(match["count"] or match["behind"])
            if count > 1 and not re.search(_OTHERS, before[-24:]):  # not 做一件实事
                seen[chapter == "plan"].append((count, Span(*match.span()).shift(sentence.start)))
    for found in seen.values():
        counts = {count for count, _ in found}
        if len(counts) == MOST_VALUES and max(counts) <= OTHER * min(counts):
            yield from _unlike(account, found)


def _unlike(account: Account, found: list[tuple[int, Span]]) -> Iterator[Fault]:
    count, first = found[0]
    span = next(span for other, span in found if other != count)
    where = paragraph(account.text, first.start)
    message = f"实事的件数前后不一致：这里是{span.of(account.text)}，{where}是{first.of(account.text)}"
    yield Fault("conflict", span, message, _ASK, severity="warning")
