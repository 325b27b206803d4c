"""Ranks held against how many there are, and how far they moved: 18个乡镇中列第20; 由第12位升至第8位，前移5位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.account import Account, Fault
from drafter.model import Span

_WORD = r"[^，。；：\n\d]"
_AMONG = re.compile(
    r"(?P<all>\d{1,3})个(?:乡镇(?:街道)?|镇街|乡镇场?|街镇|乡镇（街道）|镇|乡|村|社区|街道|单位|部门|县区|县（市、区）|县市区)"
    rf"(?:考核|排名|评比|综合|测评)?中?{_WORD}{{0,8}}?(?:排名?|位列|位居|列|居)第?(?P<rank>\d{{1,3}})[位名]?"
)
_UP = "上升|前移|提升|跃升|进步|前进|晋升|提高|升"
_DOWN = "下降|后移|下滑|退步|后退|退|降"
_MOVED = (
    re.compile(
        rf"第(?P<one>\d+)[位名]{_WORD}{{0,10}}?[到至为居]第?(?P<other>\d+)[位名]，?{_WORD}{{0,4}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?P<by>\d+)[个位名]"
    ),
    re.compile(
        rf"第(?P<other>\d+)[位名]?，?{_WORD}{{0,4}}?(?:较|比){_WORD}{{0,6}}?第(?P<one>\d+)[位名]?{_WORD}{{0,2}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?P<by>\d+)[个位名]"
    ),
)
_ASK = "请核对位次"


def find_ranks(account: Account) -> Iterator[Fault]:
    """Yield ranks beyond the number of those ranked, and moves by other than the two ranks."""
    for match in _AMONG.finditer(account.text):
        every, rank = int(match["all"]), int(match["rank"])
        if rank > every:
            yield Fault("rank", Span(*match.span()), f"一共{every}个，不会有第{rank}位", _ASK)
    for pattern in _MOVED:
        for match in pattern.finditer(account.text):
            one, other, by = int(match["one"]), int(match["other"]), int(match["by"])
            risen = one - other if match["up"] else other - one
            if risen != by:
                way, moved = ("前移", one - other) if one >= other else ("后移", other - one)
                message = f"从第{one}位到第{other}位，是{way}{moved}位，写的是“{match['up'] or match['down']}{by}位”"
                yield Fault("rank", Span(*match.span()), message, _ASK)
