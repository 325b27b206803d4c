"""A thing counted twice in other words, and not alike: 选聘保洁员156名, and 将165名保洁员…."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.amounts import ratio
from drafter.check.figures.companions import find_companions
from drafter.check.figures.conflicts import MOST_VALUES, lookalike
from drafter.check.figures.indicators import is_bare
from drafter.check.figures.mentions import Mention, mentions
from drafter.check.figures.occasions import is_occasional, one_occasion
from drafter.check.figures.slipped import find_slipped
from drafter.check.figures.things import names_one
from drafter.check.figures.works import find_works
from drafter.check.findings import paragraph
from drafter.model import Span
from drafter.text.figure_words import words
from drafter.text.wordclass import VERB

OTHER_AIM = Decimal("1.7")  # times; aims further apart are of different things
OTHER_COUNT = Decimal("1.3")  # times; counts further apart are of the whole and of a part

_FLOWS = frozenset("增引签开竣建")  # what is done to a part of what is there
_KEPT = frozenset(
    ["", "聘", "设", "育", "办", "种", "流", "出栏", "存栏", "化", "拆", "改", "建", "装", "硬", "增", "引", "签", "治"]
)  # what is so told is there
_PIECES = frozenset("座处所个")  # units that one thing is counted by
_GROWN = {"种", "育"}  # 种植羊肚菌, 发展羊肚菌
_OTHER_KIND = re.compile(  # makes another thing of what it stands before: 市级|示范村, 女|党员
    "\\d|级|新|[省市县]$|村$|社区$|[女男老小大]$|贫困|脱贫|监测|重点|示范|优秀|特困|重大|一般|低收入|骨干|农民|农村|退役|临时|专职|兼职|驻村|镇区|集镇|职业|职工|居民|低保|残疾"
)
_ASK = "请核对，全文用同一个数；如不是同一口径，请写明"


def find_told_twice(account: Account) -> Iterator[Fault]:
    """Yield counts of a thing that differ from one before, whichever way round and by whatever name it is told."""
    told = mentions(account)
    yield from find_slipped(account, told)
    yield from find_works(account, told)
    yield from find_companions(account, told)
    groups: defaultdict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in told:
        counted_in = "个" if mention.unit in _PIECES or mention.noun == "户厕" else mention.unit
        groups[mention.noun, counted_in, mention.setting.place].append(mention)
    yield from _swapped(account, told)
    for (noun, _, _), group in groups.items():
        if is_bare(noun) or len({each.printed for each in group if each.whole}) > MOST_VALUES:
            continue
        for number, mention in enumerate(group):
            before = group[:number]
            if other := next((other for other in before if _contradicts(other, mention)), None):
                yield _fault(account, other, mention)


def _swapped(account: Account, told: Sequence[Mention]) -> Iterator[Fault]:
    """Yield counts of which digits changed places, the thing told by a longer name and a shorter one."""
    groups: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in told:
        groups[mention.unit, "".join(sorted(filter(str.isdigit, mention.printed)))].append(mention)
    for group in groups.values():
        for number, mention in enumerate(group):
            if other := next((other for other in group[:number] if _short_for(other, mention)), None):
                yield _fault(account, other, mention)


def _short_for(first: Mention, second: Mention) -> bool:
    """Tell whether two mentions differ only by digits that changed places, and by a longer name: 蔬菜大棚, 大棚."""
    short, long = sorted((first.noun, second.noun), key=len)
    return (
        first.saying is not second.saying
        and first.setting == second.setting
        and not first.value.meets(second.value)
        and (first.deed == second.deed or not (first.deed and second.deed))
        and long.endswith(short)
        and _is_kind(long[: -len(short)])
        and names_one(short)
        and not is_bare(short)
        and lookalike(first.printed, second.printed)
        and (not is_occasional(short) or one_occasion(first.before, second.before))
    )


def _is_kind(more: str) -> bool:
    """Tell whether what a longer name has more only says what kind of thing it is, not which of them: 蔬菜|大棚."""
    if not more or _OTHER_KIND.search(more):
        return False
    return not any(word.kind == VERB for word in words(more, Span(0, len(more))))


def _contradicts(first: Mention, second: Mention) -> bool:
    """Tell whether two mentions of a thing cannot be one count, and are hardly of different ones."""
    if first.saying is second.saying or first.setting != second.setting or first.value.meets(second.value):
        return False
    if first.deed and second.deed and first.deed != second.deed and {first.deed, second.deed} != _GROWN:
        return False
    if not names_one(first.noun) and (
        not first.deed or first.deed != second.deed or not (first.whole and second.whole)
    ):
        return False
    if is_occasional(first.noun) and not one_occasion(first.before, second.before):
        return False
    return lookalike(first.printed, second.printed) or _close(first, second)


def _close(first: Mention, second: Mention) -> bool:
    """Tell whether two mentions are of all there is, by counts that are near each other."""
    if first.setting.aim and first.deed == second.deed and first.whole and second.whole:
        low, high = sorted((first.value, second.value), key=lambda value: value.middle)
        return high.low <= low.high * OTHER_AIM
    definite = first.definite or second.definite
    most = OTHER_AIM if first.deed and first.deed == second.deed else OTHER_COUNT
    if ratio(first.value, second.value) > most or (first.deed != second.deed and {first.deed, second.deed} & _FLOWS):
        return False
    if definite:
        return (first.whole or first.definite) and (second.whole or second.definite)
    if first.whole and second.whole:
        return first.deed in _KEPT and second.deed in _KEPT
    whole, part = (first, second) if first.whole else (second, first)
    return whole.whole and part.value.low > whole.value.high


def _fault(account: Account, first: Mention, second: Mention) -> Fault:
    here, there = second.span.of(account.text), first.span.of(account.text)
    where = paragraph(account.text, first.saying.span.start)
    name = f"“{second.said}”" if second.said == first.said else f"“{second.said}”与“{first.said}”"
    message = f"{name}前后不一致：这里是{here}，{where}是{there}"
    return Fault("conflict", second.span, message, _ASK, severity="warning")
