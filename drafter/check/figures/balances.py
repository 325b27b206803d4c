"""What remains held against what there was: 排查248处，整改236处，剩余12处; 新增246户，注销97户，净增149户."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.figures.account import Account, Fault, told
from drafter.check.figures.amounts import added
from drafter.check.figures.figured import RATES, SAID, WORD, Figured
from drafter.model import Span

_LEFT = re.compile(
    rf"(?:剩余|余下|剩下|其余|尚有|还有|尚余|还剩|尚欠|结余|节余|尚剩|只剩|尚未{WORD}{{0,6}}?的?|仍有|未(?:整改|化解|办结|完成|销号|竣工|开工)的?|正在(?:办理|处理|整改|施工|推进|建设)的?|在建|在办){WORD}{{0,4}}?(?P<left>#)(?!{WORD}{{0,4}}[以之]上)"
    rf"|[，、](?:另外|另有|其余|其它|其他)?(?P<going>#){WORD}{{0,2}}?(?:正在|正按|正积极|仍在|尚在|待)"
)
_ALSO = re.compile("连同|结转|遗留|加上|另有|往年|历年|上年|新排查|新受理|累计")
_ALL = re.compile("收到|受理|接到|任务|计划|实施|修建|共|承办")
_PLANNED = re.compile("计划|任务|应|共")
_DONE = re.compile(
    "已|完成|整改|化解|办结|竣工|完工|建成|铺设|销号|拆除|改造|通车|兑付|发放|实施|调处|治理|投产|拨付|支付|支出|使用|收|清运|修复|开工"
)
_NET = re.compile(
    rf"(?:新增|新登记|新设立?|新注册|新发展|新办|新成立|引进|新入库|增加){WORD}{{0,12}}?(?P<more>#)[，、]{WORD}{{0,6}}?"
    rf"(?:注销|吊销|退出|退库|减少|淘汰|关停|清退|核减|死亡|消除){WORD}{{0,6}}?(?P<less>#)[，、]{WORD}{{0,4}}?净增长?加?{WORD}{{0,6}}?(?P<net>#)"
)
_TOTAL = re.compile(
    rf"(?P<kind>新增|净增|新发展|新培育|新认定|新入库|新建|新登记){WORD}{{0,4}}?(?P<noun>{WORD}{{2}})(?P<more>#)[，；]{SAID}{{0,12}}?"
    rf"(?P<name>{WORD}{{0,14}}?)[由从]{WORD}{{0,8}}?(?P<a>#)(?:增加|增|扩大|发展|上升|提高|壮大|扩|升)了?[到至为]{WORD}{{0,6}}?(?P<b>#)"
)
_PURSE = (  # 上年结余A，收入B，支出C，年末结余D
    f"上年结[余转]{WORD}{{0,4}}(?P<had>#)[，、；]{WORD}{{0,6}}收入(?!总计|合计|总额){WORD}{{0,4}}(?P<got>#)[，、；]{WORD}{{0,6}}支出{WORD}{{0,4}}(?P<spent>#)[，、；]{WORD}{{0,8}}结[余转]{WORD}{{0,4}}(?P<has>#)"
)
_ASK = "请核对这几个数"


def find_balances(account: Account) -> Iterator[Fault]:
    """Yield what remains, or is gained in all, that is not what the figures before come to."""
    text = account.figured
    for match in _LEFT.finditer(text.signs):
        yield from _left(text, match)
    for match in _NET.finditer(text.signs):
        more, less, net = (text.at(match, name) for name in ("more", "less", "net"))
        values = more.value, less.value, net.value
        if len({more.unit, less.unit, net.unit}) == 1 and values[0] and values[1] and values[2]:
            expected = values[0] - values[1]
            if not expected.meets(values[2]):
                message = (
                    f"{more.printed}减去{less.printed}，应为{told(expected.middle)}{net.unit}，写的是净增{net.printed}"
                )
                yield Fault("sum", Span(more.span.start, net.span.end), message, _ASK)
    for match in re.finditer(_PURSE, text.signs) if "上年结" in text.signs else ():
        had, got, spent, has = (text.at(match, name) for name in ("had", "got", "spent", "has"))
        if not (had.value and got.value and spent.value and has.value):
            continue
        expected = had.value + got.value - spent.value
        if not expected.meets(has.value):
            message = f"照此算应结余{told(expected.middle)}{has.unit}，写的是{has.printed}"
            yield Fault("sum", Span(had.span.start, has.span.end), message, _ASK)
    for match in _TOTAL.finditer(text.signs):
        yield from _grown(text, match)


def _left(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    """Yield a remainder that whole and done part do not leave."""
    number = text.number(match.start("left" if match["left"] else "going"))
    left, sentence = text.told[number], text.sentence(match.start())
    alike = [each for each in sentence if text.told[each].unit == left.unit]
    before = [each for each in alike if each < number]
    if len(before) < 2 or left.unit in RATES | {""} or number + 1 in alike:
        return
    lead = text.signs[text.places[before[0]] - len(text.words(before[0])) : match.start()]
    if match.group().startswith(("正在", "在")) and not _ALL.search(text.words(before[0])):
        return
    if (
        _ALSO.search(lead)
        or "；" in lead
        or "其中" in lead
        or not any(_DONE.search(text.words(each)) for each in before[:2])
    ):
        return
    values = [value for each in before if (value := text.told[each].value)]
    rest = left.value
    if rest is None or len(values) < len(before):
        return
    whole = max(values, key=lambda each: each.middle) if _PLANNED.search(text.words(before[-1])) else values[0]
    known = [value for value in values if value is not whole]
    done = known[-1] if len(known) == 1 else added(known)
    if done.low > whole.high or any((each + rest).meets(whole) for each in (*known, done)):
        return
    shown = "、".join(text.told[each].printed for each in before)
    left_over = f"应剩{told((whole - done).middle, 2)}{left.figure.unit}"
    message = f"按前面的{shown}计算，{left_over}，写的是{left.printed}"
    yield Fault("sum", Span(text.told[before[0]].span.start, left.span.end), message, _ASK)


def _grown(text: Figured, match: re.Match[str]) -> Iterator[Fault]:
    """Yield what is new that is not by how much all there is has grown."""
    if re.search("退|注销|撤|淘汰|关停|减少|转出|清退|核减|合并", text.signs[match.start("more") : match.end()]):
        return
    more, before, after = (text.at(match, name) for name in ("more", "a", "b"))
    values = more.value, before.value, after.value
    named = match["noun"] in match["name"] or not match["name"].strip("全镇乡总数量由从")
    if len({more.unit, before.unit, after.unit}) > 1 or not named or not (values[0] and values[1] and values[2]):
        return
    if not (values[2] - values[1]).meets(values[0]):
        grown = (values[2] - values[1]).middle
        grew = f"总数由{before.printed}到{after.printed}，相差{told(grown)}{more.unit}"
        message = f"{match['kind']}写的是{more.printed}，{grew}"
        yield Fault("sum", Span(more.span.start, after.span.end), message, _ASK)
