"""The indicator of a figure, from the words before it and behind it: 新增|3家|规上企业, 早稻种植面积达|2.2万亩."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.model import Span
from drafter.text.figure_words import (
    PREPOSITIONS,
    Word,
    ends_with_verb,
    first_verb,
    is_measure,
    without_head,
    without_link,
    words,
)
from drafter.text.frame_words import words_of
from drafter.text.wordclass import ADVERB, FUNCTION, MARK, VERB, listed

Pieces = tuple[Span, ...]  # of an indicator, in its own order: 新增, 规上企业

_DONE = listed("进行 完成 实现")  # say of an indicator no more than that it was done
_JUST_DONE = re.compile(f"(?:{'|'.join(_DONE)})[了好]?$")
_HELD = _DONE | listed("开展 实施 举办 召开")
_ONGOING = listed(
    "推进 加快 加速 推动 保障 支持 启动 跟进 谋划 服务 促进 确保 督促 鼓励 引导 做好 抓好 统筹 协调 加大 深化 狠抓 "
    "聚焦 瞄准"
)  # govern a deed that is not done yet: a figure in it says only of how many things
_FARING = listed("推进 正在 稳步 持续 不断 逐步 有序 加快 稳定 明显 显著 有效")
_YEARLY = re.compile("[年日](?:产|处理|加工|出栏|供水|发电)$|装机$|库容$")
_PROJECT = re.compile("项目|工程|生产线|基地|中心|园区|产业园")
_CAME = re.compile(
    "(?:已|均|全部|顺利|基本|相继|先后|并|完成)*((?:竣工|完工|开工|复工|建成|投产|投用|达产|通车|启用|入驻|运营|上线|挂牌)+)(?:使用)?$"
)
_WITHIN = listed("的 和 与 及 等 以上 以下 以内")  # join words of one name
_TIMES = listed("天 小时 分钟 个月 个工作日 工作日 年")
_COUNTED = frozenset("个项处家座条块宗户所栋台辆套场次")  # units in which projects are counted
_FURTHER = re.compile(
    "[，、；（）()和及与并且]|以及|其中|占|用于|分别|左右|以上"
)  # begins what is told further of a figure
_SAID_DONE = re.compile(f"^(?:{'|'.join(_HELD)}|全[镇乡县市区]|[我本][镇乡]|累计|成功|全面)+")
_NOTHING = re.compile("了|的|各[类项]|各(?=种)")
_SIZE = re.compile("(?:总|计划|概算|意向|协议)?投资(?:总?额)?$|(?:总?占地|总?建筑)(?:面积)?$")
_SIZED = re.compile("的([^，、]{2,30}?(?:项目|工程|基地|生产线|中心))(?!建设)")
_NUMBERS = re.compile(r"\d[\d.]*(?:[、和]\d[\d.]*)*[、和]?$")  # 分别压缩65、|45天: of which is which nothing is certain
_LONGEST_TITLE = 16  # characters before a colon that name a figure
_GENERAL = re.compile("(?:年度|全年)?(?:目标|任务|工作|指标|计划)+(?:数|量)?")  # 复垦321亩|任务
_WHOSE = re.compile("[村镇乡组户]的")  # 42个|村的|村庄规划
_BECOME = re.compile("(?<=.)(?:已|正在|均|全部)(?!婚|等)")  # begins what became of it: 投资2亿元|的中心|已开工
_AND = tuple(
    re.compile(f"(?:{marks})(?![^（]*）)") for marks in ("、", "、|和", "、|和|及|与|以及")
)  # 普及率 holds a 及


class Named(NamedTuple):
    """How a figure is named."""

    pieces: Pieces  # none: by what was spoken of before
    tail: Pieces = ()  # what is to be added to the name spoken of before: 其中4项|已完成
    deed: bool = False  # the figure only says to how many a deed was done


_DEED = Named((), deed=True)


def name(text: str, left: Span, right: Span, unit: str) -> Named:
    """Return how a figure is named that stands between two stretches of a text."""
    before, behind, named = without_head(text, left), _behind(text, right), name_before(text, left)
    if text.startswith("的", right.start, right.end):
        return _qualifying(text, before, right)
    if named and _NUMBERS.search(text, named[0].start, named[0].end):
        return _DEED
    of_it = text[left.start : left.end].endswith("的")  # 收益的|60%|用于…
    if not len(behind) or _goes_on(text, behind, unit):
        return _DEED if of_it else _done_with(text, named, without_head(text, behind), unit)
    if _GENERAL.fullmatch(text, behind.start, behind.end) and named and not ends_with_verb(text, named[0]):
        return Named(named)
    return _governed(text, left, before, behind, unit)


def name_before(text: str, left: Span) -> Pieces:
    """Return the indicator that ends before a figure: 累计完成|早稻种植|达; none where there is none."""
    named = _last_phrase(text, without_link(text, without_head(text, left)))
    return (named,) if len(named) else ()


def _behind(text: str, right: Span) -> Span:
    """Return what may name a figure from behind: nothing where that only tells more of it."""
    if _FURTHER.match(text, right.start, right.end):
        return Span(right.start, right.start)
    whose = _WHOSE.match(text, right.start, right.end)
    return Span(whose.end(), right.end) if whose else right


def _qualifying(text: str, before: Span, right: Span) -> Named:
    """Name a figure that qualifies a noun: 总投资|463万元|的…项目, 打造辐射|5000亩|的中心."""
    named = _last_phrase(text, without_link(text, before))
    found = words(text, named)
    if not found:
        return _DEED
    if size := _SIZE.search(text, named.start, named.end):
        named = Span(*size.span())
    elif found[-1].text in words_of("承接"):
        named = Span(found[-1].start, named.end)
    elif ends_with_verb(text, named) or found[0].text in PREPOSITIONS:
        return _DEED
    whose = _SIZED.match(text, right.start, right.end)
    return Named((Span(*whose.span(1)), named) if whose else (named,))


def _goes_on(text: str, behind: Span, unit: str) -> bool:
    """Tell whether what stands behind a figure tells what became of it, or what was done with it."""
    first, *more = words(text, behind)
    if first.kind == ADVERB or first.text in {"在", "用于", "正在", "对", "将", "由", "为", "到", "全部", "按", "向"}:
        return True
    if not more:
        return False
    if unit == "元":
        return first.is_verb()
    return first.text in words_of("动词", "支配", "轻动词") - words_of("两用", "动名")


def _done_with(text: str, named: Pieces, tail: Span, unit: str) -> Named:
    """Name a figure behind which the text goes on, or ends: 投入|20万元|改造工作站, 5件|已办结."""
    if not len(tail):
        return Named(named)
    if not named:
        return _DEED if unit in _TIMES else Named((), (tail,))
    if not is_bare(text, named):
        return Named(named)
    if unit != "元":
        return _DEED
    return Named((tail, *named) if words(text, tail)[0].is_verb() else named)


def _governed(text: str, left: Span, before: Span, behind: Span, unit: str) -> Named:
    """Name a figure by what governs it and the noun behind it."""
    if not len(before):
        return Named((behind,)) if _JUST_DONE.search(text, left.start, left.end) else _counted(text, behind)
    found = words(text, before)
    last = found[-1].text
    if _YEARLY.search(before.of(text)) or last in PREPOSITIONS or found[0].text in _ONGOING or _only_to(found):
        return _DEED
    if last in {"的", "等"}:  # 完成孙家等|4个村|…
        verb = first_verb(text, Span(before.start, found[-2].start)) if last == "等" and len(found) > 2 else None
        return _with_verb(text, Span(verb.start, verb.end), behind) if verb else _counted(text, behind)
    named = _last_phrase(text, before)
    if ends_with_verb(text, before):
        aside = found[0].text in PREPOSITIONS  # 在关键点位|增设|6个|视频监控
        governing = Span(found[-1].start, before.end) if aside or not len(named) else named
        return _with_verb(text, governing, behind)
    return _beside(text, left, named, behind, unit)


def _beside(text: str, left: Span, named: Span, behind: Span, unit: str) -> Named:
    """Name a figure that stands inside its name: 完成海侨片区|15000亩|撂荒耕地核查."""
    if first_verb(text, left):
        return Named(_without_done(text, (named, behind)))
    counted = _counted(text, behind)
    project = _PROJECT.search(text, behind.start, behind.end) and unit not in _COUNTED  # 5万吨|仓储物流中心项目
    return _DEED if project or counted.deed else Named(_without_done(text, (named, *counted.pieces)))


def _only_to(found: Sequence[Word]) -> bool:
    """Tell whether words say to whom something is done and not yet what: 对全镇."""
    return found[0].text in PREPOSITIONS and not any(word.is_verb() for word in found[1:])


def _with_verb(text: str, verb: Span, behind: Span) -> Named:
    if words(text, verb)[0].text in _ONGOING:
        return _DEED
    if become := _BECOME.search(text, behind.start, behind.end):
        behind = Span(behind.start, become.start())
    return Named(_without_done(text, (verb, behind)))


def _without_done(text: str, pieces: Pieces) -> Pieces:
    """Return the pieces of a name without 了, and without a verb that says no more than that it was done."""
    first = pieces[0]
    if first.of(text).endswith("了"):
        first = Span(first.start, first.end - 1)
    return pieces[1:] if first.of(text) in _DONE else (first, *pieces[1:])


def _counted(text: str, behind: Span) -> Named:
    """Name what is counted at the head of a clause: 1500辆|公共自行车启用; what is told of it at length is a deed."""
    found = words(text, behind)
    general = _GENERAL.fullmatch(text, behind.start, behind.end)
    if general or found[0].kind in (ADVERB, FUNCTION) or any(word.text in _FARING for word in found):
        return _DEED
    if came := _CAME.search(text, behind.start + 1, behind.end):
        noun, verb = Span(behind.start, came.start()), Span(*came.span(1))
    else:
        noun, verb = _noun_and_verb(found, behind)
    noun = without_link(text, noun)
    if not len(noun):
        return _DEED
    return Named((noun, verb) if len(verb) else (noun,))


def _noun_and_verb(found: Sequence[Word], behind: Span) -> tuple[Span, Span]:
    """Part what is counted from what was done: 撂荒耕地|已全部|复耕复种; an empty noun where more is told."""
    apart = (at for at, word in enumerate(found) if at and word.kind in (ADVERB, FUNCTION) and word.text not in _WITHIN)
    at = next(apart, len(found))
    if not all(word.kind in (ADVERB, FUNCTION, VERB) or word.text == "全部" for word in found[at:]):
        return Span(behind.start, behind.start), behind
    verbs = behind.end
    for word in reversed(found[at:]):
        if word.kind != VERB:
            break
        verbs = word.start
    return Span(behind.start, found[at].start if at < len(found) else behind.end), Span(verbs, behind.end)


def _last_phrase(text: str, span: Span) -> Span:
    """Return a name without what precedes the verb that governs it: 对重点企业进行|排查, 就产业等方面|争取资金."""
    found = words(text, span)
    start = span.start
    for word in found[1:-1]:
        if word.text in _HELD:
            start = word.end if word.text in _DONE else word.start
    sides = [at for at, word in enumerate(found[:-2]) if word.text == "方面" and found[at + 1].is_verb()]
    if sides:
        start = found[sides[-1]].end
    elif start == span.start and found and found[0].text in PREPOSITIONS:
        verbs = (
            word.start
            for word in found[1:-1]
            if word.is_verb() and word.text not in words_of("动名") and not _quoted(text, span.start, word.start)
        )
        start = next(verbs, start)
    return without_head(text, Span(start, span.end))


def _quoted(text: str, start: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at)


def leading_verb(text: str, pieces: Pieces) -> Span | None:
    """Return the verb that an indicator begins with: 申报|高新技术企业."""
    found = words(text, pieces[0])
    following = len(found) - 1 + (2 if len(pieces) > 1 else 0)
    action = len(found) > 1 and found[0].text in words_of("两用") and found[-1].text in words_of("动名")  # 建设用地复垦
    if found and following and found[0].is_verb(following) and not action:
        return Span(found[0].start, found[0].end)
    return None


def is_bare(text: str, pieces: Pieces) -> bool:
    """Tell whether an indicator is but a verb and cannot stand alone: 投入, 正在施工."""
    return all(word.kind in (VERB, ADVERB) or word.is_verb() for piece in pieces for word in words(text, piece))


def bare_name(indicator: str) -> str:
    """Return an indicator without what names nothing, to compare it by: 开展安全检查 and 安全检查 are one."""
    return _NOTHING.sub("", _SAID_DONE.sub("", indicator)) or indicator


def subject_of(text: str, clause: Span, *, titled: bool) -> Pieces:
    """Return what a clause without figures begins by speaking of: 不良率|始终低位运行; none unless it is measured.

    What stands before a colon (`titled`) is spoken of whatever it is: 规上企业：3家.
    """
    clause = without_head(text, clause)
    if titled:
        return (clause,) if 0 < len(clause) <= _LONGEST_TITLE else ()
    end = clause.start
    for word in words(text, clause):
        if word.kind in (ADVERB, FUNCTION, MARK):
            break
        end = word.end if is_measure(word.text) else end
    return (Span(clause.start, end),) if end > clause.start else ()


def parts(text: str, named: Span, count: int) -> Pieces:
    """Return the names of a list that has `count` of them: 社保参保率|和|医保参保率; none when it has not."""
    for mark in _AND:
        edges = [named.start]
        for match in mark.finditer(text, named.start, named.end):
            edges += match.span()
        edges.append(named.end)
        found = tuple(Span(*edge) for edge in zip(edges[::2], edges[1::2], strict=True))
        if len(found) == count and all(map(len, found)):
            return found
    return ()
