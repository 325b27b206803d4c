"""A work told of twice, its size or cost not alike: 青石至龙潭公路全长5.8公里, 青石至龙潭公路（全长8.5公里）."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.check.figures.account import Account, Fault
from drafter.check.figures.amounts import Interval, interval, ratio
from drafter.check.figures.conflicts import OTHER_SCOPE
from drafter.check.figures.mentions import Mention
from drafter.check.figures.sayings import Saying, Setting
from drafter.check.figures.things import thing_of
from drafter.check.findings import paragraph
from drafter.model import Span
from drafter.text.quantities import Figure, figures

LEAST = 3  # characters of a name; shorter ones are of many works

_COST = "总投资"
_MEASURES = (  # what of a work is told, by the words before its figure
    (
        "总投资",
        re.compile(
            "(?<!完成)(?<!累计)(?<!年度)(?<!新增)(?<!追加)(?<!已)(?<!期)(?:计划|概算|项目|工程)?总?投资(?:总?额)?(?:约?[为达共]|达到|共计)?$"
        ),
    ),
    ("长度", re.compile("(?:全长|总长度?|线路长|桥长|(?:路|桥|渠|线)长)[为达约]{0,2}$")),
    ("占地面积", re.compile("(?:总?占地|总?用地|规划用地)(?:面积)?[为达约共]{0,2}$")),
    ("建筑面积", re.compile("总?建筑(?:总?面积)[为达约共]{0,2}$")),
    ("宽度", re.compile("宽度?[为达约]{0,2}$")),
)
_TELLING = {name for name, _ in _MEASURES}
_MARK = re.compile("[，（；：]")
_LENGTHS = ("公里", "千米", "米")
_OPENS = "，；将让使"  # stand before a length that is the whole of a work: 8.6公里|的环湖公路
_UNITS = {"千米": "公里", "平米": "平方米", "平方": "平方米", "㎡": "平方米"}
_KIND = (  # ends the name of a work
    "工程|项目|[\u4e00-\u9fff]公路|产业路|旅游路|通村路|连接线|大道|大桥|[\u4e00-\u9fff]桥|水库|[\u4e00-\u9fff]楼|学校|小学|中学|幼儿园|卫生院|医院|敬老院|养老院|福利院|中心|广场"
    "|公园|基地|产业园|物流园|园区|工业园|[\u4e00-\u9fff]厂|市场|管网|[\u4e00-\u9fff]渠|河道|步道|文化馆|博物馆|展馆|车站|码头|生产线|综合体|电站|泵站|冷库|民宿|景区|驿站|校区|小区|安置[点区]"
)
_WORK = "改造|建设|扩建|改建|改扩建|新建|提升|提质|整治|治理|修复|维修|硬化|除险|加固|升级|搬迁|重建|拓宽|项目|工程"
_NAME = re.compile(f"(?<![\\d余多])[\u4e00-\u9fff“”]{{1,24}}?(?:{_KIND})(?:(?:{_WORK}|[一二三四]期)*(?:项目|工程))?")
_WORKS = re.compile(_KIND)
_GOVERNED = re.compile(
    f"，?(?:用于|对)?(?:建成|新建|建设|修建|兴建|实施|完成|启动|改造|打造)了?(?P<name>{_NAME.pattern})"
)
_STAGE = re.compile("[一二三四]期|[东南西北]段|[ABC]段")
_LEADING = re.compile(
    "^.*(?<!目)的(?=..)|^(?:今年|全年|年内|[上下]半年|一年来|同时|其中|此外|我们|全镇|我镇|[我全]县|已|正在|加快|全面|顺利|扎实|有序|持续|大力|积极|成功|稳步|重点|统筹"
    "|新增|改造|修复|创建|举办|设立|新改扩建|新改建|完成|实施|建成|新建|建设|推进|启动|开工|开工建设|投资|投入|打造|谋划|引进|竣工|修建|由|将|把|对|在|与|和|及|了)+"
)
_TRAILING = re.compile(f"(?:{_WORK}|[一二三四]期)+$")
_GENERAL = re.compile(  # works of which a town has many
    "(?:高标准农田|农村|旅游|通村|通组|村组|公路|道路|产业路?|水利|饮水|安全|人居环境|基础设施|镇区|集镇|污水|管网|处理|老旧|小区|广场|文化|公园|中心|学校|医院|市场|基地|产业园|物流园|园区|重点|民生|续建"
    "|新|各类|亿元|以上|以下|工业|农业|招商|引资|签约|开工|竣工|大桥|该|此|本|一批|等|个|全部|全|雨污分流|亮化|绿化|维修|整修|农业综合开发|乡村振兴|衔接资金|扶贫|示范|河道|综合|水库|山塘|桥|路|楼|村|镇)*"
)
_PASSING = re.compile("[今本当]年|年[内度]|全年|年计划|已|累计|完成|[上下]半年|月|期")  # of a part of a work's time
_ASK = "请核对，全文用同一个数；如不是同一口径（如分期、分段），请写明"


@dataclass(frozen=True, slots=True)
class _Told:
    """A measure of a work, where a report tells it."""

    name: str  # of the work, as printed
    core: str  # its name without what is done to it
    stage: str  # 二期
    measure: str  # by its one name
    said: str  # the measure, as it is printed
    value: Interval
    unit: str
    span: Span
    saying: Saying
    setting: Setting


def find_works(account: Account, mentioned: Sequence[Mention]) -> Iterator[Fault]:
    """Yield measures of a named work that differ from what was told of it before."""
    groups: defaultdict[tuple[str, str, str, str], list[_Told]] = defaultdict(list)
    for told in _measured(account, {mention.span.end: mention for mention in mentioned}):
        groups[told.core, told.stage, told.measure, told.unit].append(told)
    for group in groups.values():
        for number, told in enumerate(group):
            other = next((other for other in group[:number] if _differ(other, told)), None)
            if other:
                yield _fault(account, other, told)


def _differ(first: _Told, second: _Told) -> bool:
    if first.saying is second.saying or first.value.meets(second.value) or not _one_time(first, second):
        return False
    works = [_words(each.name.removeprefix(each.core)) for each in (first, second)]
    one_work = works[0] <= works[1] or works[1] <= works[0]
    return one_work and ratio(first.value, second.value) <= OTHER_SCOPE


def _one_time(first: _Told, second: _Told) -> bool:
    """Tell whether two measures can be held against each other: a work has its length and cost once and for all."""
    if first.setting == second.setting:
        return True
    lasting = first.measure in _TELLING and first.setting.place == second.setting.place
    return lasting and not any(_PASSING.search(_clause(each)) for each in (first, second))


def _clause(told: _Told) -> str:
    """Return the clause before a figure."""
    return re.split("[，；。：]", told.saying.text[: told.span.start - told.saying.span.start])[-1]


def _words(work: str) -> set[str]:
    return {work[at : at + 2] for at in range(len(work) - 1)} - {"项目", "工程", "建设"}


def _measured(account: Account, mentioned: Mapping[int, Mention]) -> Iterator[_Told]:
    """Yield the measures of works, in order."""
    for saying in account.sayings:
        if not _WORKS.search(saying.text):
            continue
        for figure in figures(saying.text):
            span = figure.span.shift(saying.span.start)
            measure = _measure(saying.text, figure, mentioned.get(span.end))
            name = _name(saying.text, figure, measure) if measure else ""
            core = _core(name) if name else ""
            value = interval(f"{figure.hedge}{figure.span.of(saying.text).removesuffix(figure.unit)}") if core else None
            if value:
                stage = _STAGE.search(name + re.split(_MARK, saying.text[: figure.span.start])[-1])
                unit = _UNITS.get(figure.unit, figure.unit)
                setting = saying.setting(figure.span.start, 0)
                said = measure if measure in _TELLING else mentioned[span.end].said.removeprefix(name)
                yield _Told(name, core, stage[0] if stage else "", measure, said, value, unit, span, saying, setting)


def _measure(text: str, figure: Figure, mention: Mention | None) -> str:
    """Return what of a work a figure may tell, "" where it tells nothing of one."""
    for name, words in _MEASURES:
        if words.search(text, 0, figure.span.start):
            return name
    if (
        figure.unit in _LENGTHS
        and text.startswith("的", figure.span.end)
        and (not figure.span.start or text[figure.span.start - 1] in _OPENS)
    ):
        return "长度"
    if mention is None or figure.unit in {"元", "%"} or mention.setting.time:
        return ""
    named = _NAME.match(mention.said)
    thing = thing_of((mention.said[named.end() :] if named else "") or mention.said)
    return f"{thing.deed}{thing.noun}"


def _name(text: str, figure: Figure, measure: str) -> str:
    """Return the work that a measure is of: behind it in 投资…万元的X, 投资…万元建成X, else the last one before it."""
    if behind := _GOVERNED.match(text, figure.span.end) if measure == _COST else None:
        return behind["name"]
    if text.startswith("的", figure.span.end):
        found = _NAME.match(text, figure.span.end + 1)
        return found[0] if found else ""
    before = list(_NAME.finditer(text, 0, figure.span.start))
    if measure not in _TELLING:  # 治理河道|7.4公里 is of the work before it
        before = [match for match in before if _MARK.search(text, match.end(), figure.span.start)]
    return _LEADING.sub("", before[-1][0]) if before else ""


def _core(name: str) -> str:
    """Return the name of a work without what is done to it, "" where that is no name."""
    core = _TRAILING.sub("", name)
    return core if len(core) >= LEAST and not _GENERAL.fullmatch(core) else ""


def _fault(account: Account, first: _Told, second: _Told) -> Fault:
    here, there = second.span.of(account.text), first.span.of(account.text)
    where = paragraph(account.text, first.saying.span.start)
    message = f"“{second.name}”的{second.said}前后不一致：这里是{here}，{where}是{there}"
    return Fault("conflict", second.span, message, _ASK, severity="warning")
