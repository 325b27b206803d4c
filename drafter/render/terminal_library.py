"""What the library shows on a screen: phrases, sections whole and in outline, what it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console

from drafter.model import Frame, Heading, Holdings, Phrase, SectionText, Skeleton, Source, Way
from drafter.render.labels import CHAPTERS, KINDS, LEVELS
from drafter.render.passages import in_line
from drafter.render.sources import file_name, named, where_from
from drafter.render.terminal import show_library
from drafter.render.terminal_lines import columns, put

_INDENT = 2
_FIRST_WORDS = 30  # characters of a section shown in a list
_MOST = 8  # localities, files … listed before the rest is only counted
_FEW = 4  # ways of other indicators: their units are not those of this one
_ENOUGH = 3  # reports; what fewer do is no custom
_NOTHING = "语料库里没有找到。可以换个说法，或只输入拼音首字母。"


def show_phrases(console: Console, phrases: Sequence[Phrase]) -> None:
    """Print the phrases of a look-up as a table: wording, reports, localities, newest year, topic, move, sources."""
    if not phrases:
        put(console, _NOTHING)
        return
    head = ("短语", "篇数", "地方", "最近", "主题", "语步")
    rows = [
        (
            in_line(each.text),
            str(each.doc_count),
            str(each.localities or ""),
            str(each.year or ""),
            each.topic,
            each.move,
        )
        for each in phrases
    ]
    sources = ["见于", *(named(phrase.sources) for phrase in phrases)]
    for line, source in zip(columns([head, *rows]), sources, strict=True):
        put(console, source, label=line)


def show_frames(console: Console, indicator: str, ways: Sequence[Way], frames: Sequence[Frame]) -> None:
    """Print the ways to say an indicator, then the frames it was said in."""
    if not frames and not ways:
        put(console, "语料库里还没有说数据的句式。请先把历年报告放进 corpus/，再运行 drafter mine。")
        return
    own = any(frame.indicator == indicator for frame in frames)
    put(console, f"“{indicator}”一般这样说：" if own else f"语料库里没有“{indicator}”，同类的数据一般这样说：")
    measure = "篇" if own else "次"  # of others a report may count several times
    for line in columns([(said(way, indicator), f"{way.reports} {measure}") for way in ways[: _MOST if own else _FEW]]):
        put(console, line, indent=_INDENT)
    head = ("句式", "指标", "篇数", "语步")
    rows = [(in_line(each.text), each.indicator, str(each.doc_count), each.move) for each in frames]
    sources = ["见于", *(named(frame.sources) for frame in frames)]
    for line, source in zip(columns([head, *rows]), sources, strict=True):
        put(console, source, label=line)


def said(way: Way, indicator: str) -> str:
    """Return an indicator said in a way, with … for its value: 完成固定资产投资…元."""
    value = f"…{way.unit}"
    words = {"before": (way.verb, indicator, value), "after": (indicator, way.verb, value)}
    return "".join(words.get(way.order, (way.verb, value, indicator)))


def show_sections(console: Console, sections: Sequence[SectionText]) -> None:
    """Print a list of sections: heading, size, topic, chapter and source of each, and below it its first words."""
    if not sections:
        put(console, "语料库里没有这样的板块。可以换个词（只认汉字，不认拼音）、换个主题，或少加些条件。")
        return
    for number, section in enumerate(sections, start=1):
        put(console, _heading(section), label=f"{number}.")
        put(console, _about(section), indent=_INDENT + 2)
        put(console, _first_words(section), indent=_INDENT + 2)
    put(console, f"共列出 {len(sections)} 个板块。加 --whole 看全文；用 --topic 主题 --skeleton 看一个主题一般怎么写。")


def show_whole_sections(console: Console, sections: Sequence[SectionText]) -> None:
    """Print sections whole, each under its source."""
    if not sections:
        show_sections(console, sections)
    for section in sections:
        put(console, f"【{_about(section)}】")
        for line in section.text.splitlines():
            if line.strip():
                put(console, in_line(line).strip(), indent=_INDENT)
        put(console, "")


def show_headings(console: Console, sets: Sequence[Sequence[Heading]]) -> None:
    """Print headings as a table, a blank line between sets: wording, pattern, level, topic, source."""
    found = [heading for each in sets for heading in each]
    if not found:
        put(console, "语料库里没有这样的标题。可以换个词（只认汉字，不认拼音）、换个主题，或少加些条件。")
        return
    head = ("标题", "字数结构", "层级", "主题")
    rows = [(in_line(each.text), each.pattern, LEVELS[each.level], each.topic) for each in found]
    begins = {sum(map(len, sets[:number])) for number in range(1, len(sets))}
    first, *lines = columns([head, *rows])
    put(console, "见于", label=first)
    for number, (line, heading) in enumerate(zip(lines, found, strict=True)):
        if number in begins:
            put(console, "")
        put(console, file_name(heading.source), label=line)


def show_skeleton(console: Console, skeleton: Skeleton | None, topic: str) -> None:
    """Print what sections on a topic usually hold."""
    if skeleton is None:
        put(console, f"语料库里没有“{topic}”这个主题的板块，总结不出一般怎么写。")
        return
    kind = KINDS[skeleton.kind] if skeleton.kind else "各类报告"
    where = (
        f"{kind}的{CHAPTERS.get(skeleton.chapter, skeleton.chapter)}部分，{skeleton.reports} 篇 {skeleton.sections} 处"
    )
    parts = f"，分 {skeleton.parts} 个要点" if skeleton.parts > 1 else ""
    size = f"一般 {skeleton.length} 字（{skeleton.low}–{skeleton.high}）{parts}"
    put(console, f"{skeleton.topic}板块（{where}）：{size}")
    if skeleton.reports < _ENOUGH:
        put(console, f"只有 {skeleton.reports} 篇写到，仅供参考。")
    if skeleton.points:
        put(console, "常写的内容，按先后：")
    rows = [
        (f"{number}", point.name, share(point.share, skeleton.sections), "→".join(point.moves))
        for number, point in enumerate(skeleton.points, start=1)
    ]
    for line, point in zip(columns(rows), skeleton.points, strict=True):
        put(console, "；".join(in_line(words) for words, _ in point.examples), label=line, indent=_INDENT)
    put(console, "、".join(f"{move.name}（{move.share:.0%}）" for move in skeleton.moves), label="语步，按先后：")
    if skeleton.openings:
        put(console, "常见开头：")
    for words, path in skeleton.openings:
        put(console, f"{in_line(words)}（{file_name(path)}）", label="-", indent=_INDENT)


def share(part: float, whole: int) -> str:
    """Return a share of sections as a count: 7/8."""
    return f"{round(part * whole)}/{whole}"


def show_holdings(console: Console, holdings: Holdings) -> None:
    """Print what a library was mined from, what it gave, and how much of the reports it makes use of."""
    show_library(console, holdings.counts)
    if holdings.reports:
        _show_origin(console, [source for source, _ in holdings.reports])
        _show_coverage(console, holdings)
    _show_left_out(console, holdings)


def _show_origin(console: Console, sources: Sequence[Source]) -> None:
    put(console, "来自")
    origins = {
        "类型": [KINDS.get(source.kind or "", "类型不明") for source in sources],
        "年份": [f"{source.period.year}年" if source.period else "年份不明" for source in sources],
        "单位": [*map(_locality, sources)],
    }
    for name, found in origins.items():
        put(console, _tally(found, f"个{name}"), label=name, indent=_INDENT)


def _show_coverage(console: Console, holdings: Holdings) -> None:
    put(console, "用上了多少")
    coverage = holdings.coverage
    rows = [
        ("标明主题的板块、要点", f"{coverage.topic:>6.1%}", "的字数"),
        ("标明语步的分句", f"{coverage.move:>6.1%}", "的字数"),
        ("含有库中短语的句子", f"{coverage.phrase:>6.1%}", "的句子"),
    ]
    for line in columns(rows):
        put(console, line, indent=_INDENT)
    if holdings.phrases:
        best = "；".join(in_line(phrase.text) for phrase in holdings.phrases)  # 、 stands in phrases, too
        put(console, best, label="排在最前的短语")


def _show_left_out(console: Console, holdings: Holdings) -> None:
    pairs = (
        ("内容相同、只算一篇的", "同", holdings.repeats),
        ("大半雷同、计数时只算一家的", "似", holdings.families),
    )
    for title, word, found in pairs:
        if found:
            put(console, f"{title}（{len(found)} 篇）")
        for path, other in found[:_MOST]:
            put(console, f"{in_line(path)}  {word}  {in_line(other)}", label="-", indent=_INDENT)
    if holdings.reprints:
        put(console, f"有整段相同、只算一次的（{len(holdings.reprints)} 处）")
    for path, other, count in holdings.reprints[:_MOST]:
        put(console, f"{in_line(path)}  有 {count} 段同  {in_line(other)}", label="-", indent=_INDENT)
    if holdings.forgotten:
        put(console, f"已拿掉、不再整理的（{len(holdings.forgotten)} 个文件；要放回来：drafter mine 文件）")
    for path in holdings.forgotten:
        put(console, in_line(path), label="-", indent=_INDENT)


def _tally(names: Sequence[str], measure: str) -> str:
    """Count what is named, most frequent first: 高兴镇 3 篇、…… 等 12 个单位."""
    counts = Counter(names).most_common()
    listed = "、".join(f"{in_line(name)} {count} 篇" for name, count in counts[:_MOST])
    return listed + (f" 等 {len(counts)} {measure}" if len(counts) > _MOST else "")


def _locality(source: Source) -> str:
    place = source.locality
    if place is None:
        return "单位不明"
    return f"{place.county}{place.name}" or "单位不明"


def _heading(section: SectionText) -> str:
    mark = "" if section.level else "（要点）"
    return f"{in_line(section.heading) or '（没有标题）'}{mark}"


def _about(section: SectionText) -> str:
    """Return where a section is from, and how long it is."""
    facts = (section.topic, CHAPTERS.get(section.chapter, ""), f"{section.chars} 字", where_from(section.source))
    return " · ".join(fact for fact in facts if fact)


def _first_words(section: SectionText) -> str:
    """Return how the text of a section begins, behind its heading."""
    body = in_line(section.points[0].text if section.points else section.text).strip()
    return body if len(body) <= _FIRST_WORDS else f"{body[:_FIRST_WORDS]}……"
