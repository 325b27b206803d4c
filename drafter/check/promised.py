"""What a report promises: the targets and the deeds of its plan."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.check.figures.entries import Entry, entries
from drafter.check.figures.indicators import is_bare
from drafter.check.figures.sayings import told
from drafter.model import Document, Span
from drafter.text.dictionary import cut
from drafter.text.placed import placed_sections, placed_sentences
from drafter.text.wordclass import listed

LEAST = 3  # characters of a deed's object; shorter ones are no names

_MODAL = (
    "(?:要|将|力争|争取|确保|保证|努力|奋力|全力|大力|积极|加快|加速|抓紧|着力|扎实|有序|稳步|持续|继续|切实|重点|统筹|科学|高标准|高质量|高水平"
    r"|年底前?|年内|同时|进一步|下半年|明年|第?四季度|今年|[\d一二三四五六七八九十]+月底?前?|全面|做好|抓好|办好|用好|集中力量|认真|深入|纵深|推动|推进|促进"
    "|组织|协调|配合|在|对|把|再)"
)
_STRONG = (
    "规划建设|谋划建设|提升改造|改造提升|升级改造|新建|建成|建设|启动|开工|动工|完成|实施|打造|修建|兴建|扩建|改建|改造|修缮|整治|创建|争创|申创|开通|成立|设立|组建|编制"
    "|硬化|铺设|安装|引进|竣工|投产|投用|落成|筹建|举办|推广"
)
_PLAIN = frozenset(  # what they govern is a thing, whatever it is called
    {
        "新建",
        "建成",
        "修建",
        "兴建",
        "扩建",
        "修缮",
        "开通",
        "成立",
        "设立",
        "组建",
        "编制",
        "铺设",
        "安装",
        "举办",
        "推广",
    }
)
_ONLY_BEGUN = frozenset({"", "启动", "开工", "动工", "实施", "筹建", "谋划建设", "规划建设"})
_FINISHED = re.compile("[^；。]{0,14}(?:投入使用|投用|竣工|完工|建成|通车|投产|交付|开园|运营)")
_PROMISE = re.compile(f"^(?:{_MODAL})*(?P<verb>{_STRONG})(?P<object>.+)$")
_LED = re.compile(
    f"^(?:{_MODAL}|加强|强化|谋划|落实|实施|实现|完成|安排|贯通|好|了|紧密配合|[一二三四五六七八九]是|[(（]?\\d+[.）)]?)*"
)
_KINDS = (
    "中心|工程|项目|园区?|厂房?|公路|道路|[大小]道|[\u4e00-\u9fff]路|桥梁?|学校|小学|中学|幼儿园|卫生院|医院|分院|敬老院|养老院"
    "|[\u4e00-\u9fff]站点?|馆|广场|公园|市场|基地|管网|水库|水厂|停车场|安置[点区房]|示范[点村带区]|老街|大楼|车间|生产线|驿站|步道|游园"
    "|[\u4e00-\u9fff]渠|河道|充电桩|公厕|平台|民宿|景区|综合体|文化[墙站]|河堤|堤防|泵房|冷库|烘干房|大棚|球场|路灯|街区|商业街|步行街|专线|线路|民居|院落|集群|市集|网点|农家乐"
)
_WORKS = "建设|改造|整治|修复|提升|提质|维修|硬化|扩建|改建|新建|拓宽|搬迁|修缮|延伸|扩容|安装|项目|工程|前期|工作"
_THING = re.compile(f"(?:{_KINDS})(?:[一二三四五]期)?(?:的?(?:{_WORKS})+)?$")
_WORK = re.compile(  # what the verb of a promise may govern besides
    "(?:建设|改造|整治|修复|编制|确权|普查|换届|征收|拆迁|搬迁|治理|修缮|安装|铺设|硬化|亮化|拓宽|分流|验收|登记|镇|村|县城|称号)$"
)
_PLACE = re.compile("[\u4e00-\u9fff]{2}(?:村|社区|街|路)[\u4e00-\u9fff]{2}")
_VAGUE = re.compile(  # names nothing that a report would come back to
    "^(?:民生实事|亿元|以上|[\\d一二两三四五六七八九十]*[个家座处条所项]|票决|征集|筛选|确定|各类|各项|一批|更多|重点|重大|民生|基础设施|基础|产业|工业|农业"
    "|水利|交通|相关|这些|上级|配套|公共|市政|新|大|好|优质|现代|特色|服务|城乡|农村|乡村|集镇|镇区|项目|工程|平台|建设|示范|生态|文明|美丽|平安"
    "|法治|数字|和谐|服务型|作风|队伍|党风廉政|政府|自身|廉政|信用|体系|机制|制度|能力|环境|设施|城镇|乡镇|我镇|全镇|的|等|及|和|与|县级|省级|市级"
    "|国家级|生活|人居|综合|治理|发展|经济|幸福|秀美|宜居|强镇|高质量|高品质|家园)*"
    "(?:项目|工程|平台|体系|建设|整治|治理|改造|基地|园区?|家园|环境|政府|镇|村|中心|市场|示范[点村带区])*$"
)
_NO_OBJECT = re.compile("围绕|坚持|借助|依托|按照|通过|以|为|从|让|使|向|与|接|—")
_LIGHT = listed(
    "建设 改造 项目 工程 工作 提升 整治 推进 完成 实施 启动 新建 建成 开工 打造 创建 争创 全镇 我镇 进行"
    " 等 的 和 及 与 了 好 将 要 个 处 年 月 前 底 做好 加快 全面 进度 力争 确保 争取 修建 扩建 改建 编制"
    " 开展 安装 竣工 投入使用 投用 前期 规划 设计 谋划 一批"
)
_BETWEEN = "至到村镇乡县市和及与的等路"  # beside a name, not in it
_SPLIT = re.compile("[、]|(?<=[路桥站园馆场心厂院校村程目网设造])[和及与](?=[\\u4e00-\\u9fff]{3})")


@dataclass(frozen=True, slots=True)
class Promise:
    """Something a report promises; it stands in that report's text."""

    sentence: Span
    name: str  # of what is promised: 镇综合养老服务中心, 财政总收入
    said: str  # in the report's own words: 争创省级卫生镇
    words: tuple[str, ...]  # by which it is recognised
    finished: bool  # it is promised to be finished, not only to be begun
    entry: Entry | None = None  # the figure promised


def promises(document: Document) -> tuple[Promise, ...]:
    """Return what a report promises, in order; what is promised twice counts as said first."""
    found: dict[str, Promise] = {}
    aims = [entry for entry in entries(document) if _is_target(entry)]
    bodies = [each.span for each in placed_sentences(document, placed_sections(document))]  # headings promise nothing
    starts = [body.start for body in bodies]
    for sentence, chapter in told(document):
        at = bisect_left(starts, sentence.end) - 1
        if chapter != "plan" or at < 0 or not sentence.overlap(bodies[at]):
            continue
        targets = [entry for entry in aims if entry.sentence == sentence]
        for promise in (*map(_target, targets), *_deeds(document, sentence, targets)):
            unit = promise.entry.stated.unit if promise.entry else ""
            found.setdefault(f"{promise.name} {unit}", promise)
    return tuple(found.values())


def _is_target(entry: Entry) -> bool:
    """Tell whether an entry promises a figure of the whole locality."""
    stated = entry.stated
    given = bool(stated.value or stated.target or stated.yoy)
    return (
        entry.aim
        and not entry.place
        and given
        and len(entry.key) > 1
        and not is_bare(entry.key)
        and not entry.key.endswith("任务")
    )


def _target(entry: Entry) -> Promise:
    said, span = entry.said, entry.whole.shift(-entry.sentence.start)
    begin = max(said.rfind(mark, 0, span.start) for mark in "，；。：、") + 1
    end = min((at for mark in "，；。、" if (at := said.find(mark, span.end)) >= 0), default=len(said))
    return Promise(entry.sentence, entry.stated.indicator, said[begin:end], words_of(entry.key), True, entry)


def _deeds(document: Document, sentence: Span, targets: list[Entry]) -> Iterator[Promise]:
    """Yield the deeds of a sentence: what is to be built, begun, won; what a target says is left out."""
    said = sentence.of(document.text).rstrip("。！；")
    taken = [entry.whole.shift(-sentence.start) for entry in targets]
    place = 0
    for clause in re.split("[，；：]", said):
        start, place = place, place + len(clause) + 1
        verb = ""
        for item in _SPLIT.split(clause):
            at = said.index(item, start)
            start = at + len(item)
            match = _PROMISE.match(item)
            verb = match["verb"] if match else verb
            name = _named(item, match)
            if name and not any(Span(at, start).overlap(span) for span in taken):
                finished = verb not in _ONLY_BEGUN or bool(_FINISHED.match(said, start))
                yield Promise(sentence, name, item, words_of(name), finished)


def _named(item: str, match: re.Match[str] | None) -> str:
    """Return what an item of a list promises; "" where it names nothing that could be looked for."""
    item = re.sub("等(?:[\\u4e00-\\u9fff]{0,8}(?:项目|工程|建设|工作))?$", "", item)
    name = match["object"].removesuffix("等") if match else _LED.sub("", item)
    name = re.sub("^[了好的]|(?:竣工|投入使用|投用|投产|前期工作|开工建设|建成投用|落地)$", "", name)
    plain = match and (match["verb"] in _PLAIN or _WORK.search(name) or _PLACE.search(name))
    named = _THING.search(name) or plain
    whole = name.count("“") == name.count("”") and not _NO_OBJECT.match(name)
    return name if named and whole and len(name) >= LEAST and not _VAGUE.match(name) else ""


def words_of(name: str) -> tuple[str, ...]:
    """Return the words by which a thing is recognised."""
    found: list[str] = []
    joins = False  # single characters in a row are a name that the dictionary lacks: 高|湖
    whole = name.partition("等")[0]
    for word in cut(whole if len(whole) >= LEAST else name):
        if word in _LIGHT or re.fullmatch(r"[\d\W]+", word) or (len(word) == 1 and word in _BETWEEN):
            joins = False
        elif len(word) == 1 and joins:
            found[-1] += word
        else:
            found.append(word)
            joins = len(word) == 1
    return tuple(dict.fromkeys(found)) or (name,)
