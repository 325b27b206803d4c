"""What can be no more than the figure before it: 排查126处，整改128处; 16个村中，有18个; 应改620户，已改686户."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.figured import RATES, SAID, WORD, Figured
from drafter.check.figures.settled import CARRIED_OVER
from drafter.model import Span

_FOUND = re.compile(
    "(?:排查|摸排|发现|受理|收到|接到|交办|反馈|接待|梳理|承办|接访|征集|查出|上报|收集|登记|接报)(?:出|到|了)?"
    f"(?:[各群][类众])?{WORD}{{0,14}}$"
)
_SETTLED = re.compile(
    "^[，、（](?:成功|已|督促|责令|限期|现场|均|全部|完成|现已|及时|妥善|当场|共|有效|按期|当年|目前|累计|其中)*"
    f"(?:整改|办结|化解|销号|调处|答复|处置|调解|处理|解决|回复|办理|消除|整治|采纳|落实)(?:成功|到位|完成|完毕)?了?{WORD}{{0,4}}$"
)
_BOUNDED = (
    re.compile(f"(?P<most>#){WORD}{{0,8}}中(?:，(?:已经?|共|现)?有?|(?:已经?|共|现)有?|有)(?P<some>#)"),
    re.compile(  # 应参保A，已参保B
        rf"(?<![供响相反适感效])应(?![用急对当届邀聘变])(?P<verb>[\u4e00-\u9fff]){WORD}{{0,12}}?(?P<most>#){WORD}{{0,4}}[，、]"
        rf"(?:目前|现|已|实际|实|均|共)+(?P=verb){WORD}{{0,3}}?(?P<some>#)"
    ),
    re.compile(
        rf"总投资(?:约|达)?(?P<most>#)的?(?!{SAID}{{0,30}}(?:全[镇年]|固定资产)){SAID}{{0,30}}?"
        r"(?:目前|现|累计|已|今年|当年|年内|本年度?)+完成投资(?:约|达)?(?P<some>#)"
    ),
    re.compile(rf"总投资(?:约|达)?(?P<most>#)的{WORD}{{0,20}}?完成投资(?:约|达)?(?P<some>#)"),
    re.compile(  # 集体林地A，已完成确权B; but not 耕地A，已完成播种B
        rf"(?:全[镇乡]|共有|现有|现存|需|应){WORD}{{0,8}}?(?P<most>#)[，、](?:目前|现)?已(?!{WORD}*(?:播|种|栽|发展|服务|培训|次|累计|建))"
        rf"{WORD}{{0,6}}?(?P<some>#)"
    ),
)
_ASK = "请核对这两个数"


def find_bounds(account: Account) -> Iterator[Fault]:
    """Yield what is more than the figure before it, which counts all there is."""
    text = account.figured
    for number in range(1, len(text.told)):
        if _SETTLED.match(text.words(number)) and _FOUND.search(text.words(number - 1)):
            around = text.lead(text.places[number - 1]) + text.signs[text.places[number - 1] :][:36]
            if not CARRIED_OVER.search(around.partition("。")[0]):
                yield from _more(text, number - 1, number)
    for pattern in _BOUNDED:
        for match in pattern.finditer(text.signs):
            yield from _more(text, text.number(match.start("most")), text.number(match.start("some")))


def _more(text: Figured, most: int, some: int) -> Iterator[Fault]:
    every, part = text.told[most], text.told[some]
    if every.unit != part.unit or every.unit in RATES | {""}:
        return
    if every.value and part.value and part.value.low > every.value.high:
        message = f"一共只有{every.printed}，后面却有{part.printed}"
        yield Fault("part", Span(every.span.start, part.span.end), message, _ASK)
