"""Roll a past report forward: the outline of the next, its figures blanked, its own words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from drafter.compose.eras import last_day
from drafter.compose.moved_periods import KIND_OF_PART, period_after
from drafter.compose.old_figures import sentences_in, told
from drafter.compose.old_points import OldPoint, texts_of
from drafter.compose.old_promises import promises
from drafter.compose.old_report import OldReport, OldSection, sorted_report
from drafter.compose.old_style import style_of_part, style_of_report
from drafter.compose.outline_fields import KINDS
from drafter.compose.outline_style import NONE
from drafter.compose.outline_values import LEVELS
from drafter.compose.rolled_sections import Move, section_lines
from drafter.compose.values import UNNAMED
from drafter.compose.yaml_scalars import mapping, scalar
from drafter.errors import OutlineError, Problem
from drafter.model import Document, Kind, Period
from drafter.text.chapters import Chapter
from drafter.text.periods import spoken

_HEAD = """\
# 照{source}推出来的提纲，用来写{period}的报告。井号后面是说明，不会印出来。
# · 【待更新：旧值 …】：整个换成新数字，照您想印出来的样子写；这回没有这个数，就删去那一行。
# · “{label}：”后面是原报告的话。还用得上的，改成这回的情况，写进“事项”，每条一行，以“- ”开头。
# · “当时打算：”后面是原报告定下的目标，写这回的成绩时对一对，看办成了没有。
# · 标题、小标题都照原样，可以改；写“无”就是不要。
# 填好后运行：drafter build 本文件
"""
_CHAPTERS: Mapping[Chapter, str] = MappingProxyType(
    {"review": "回顾", "problems": "问题", "plan": "打算", "requests": "建议"}
)
_STREET, _COUNTRY = re.compile("街道办事处|街道党工委"), re.compile("乡人民政府|乡党委")
_GLOSSARY = re.compile("(?:名词|用语|术语).{0,4}(?:解释|注释|说明)")
_ANNEX_MARK = re.compile(r"附件\s*\d*")
_MADE_OF_FIGURES = re.compile("主要经济指标(?:完成情况|图)$")
_PLAIN_TITLE = "政府工作报告"


def roll_forward(document: Document, to: Period | None = None) -> str:
    """Return the outline of the report on `to` (the next in turn when None) with the structure of `document`.

    Headings and leads stay, with the period in them moved on; figures become blanks that tell the old value, and all
    else that the report says stands in comments. Raise OutlineError when the period is unknown, or before that of
    the report, or none that reports look back on.
    """
    old, new = document.source.period, _period(document, to)
    label = "原文" if old in {None, new} else spoken(old or new, new.year)
    rolling = _Rolling(document, sorted_report(document), Move(old or new, new, label))
    return "".join(f"{line}\n" for line in rolling.lines())


def _period(document: Document, to: Period | None) -> Period:
    """Return the period to write for."""
    old = document.source.period
    if old is None and to is None:
        raise _fault("看不出这篇报告是哪个时期的", "请用 --to 写明新报告的期间，例如 --to 2024年上半年")
    new = to or period_after(old, summary=document.source.kind == "summary_plan")  # type: ignore[arg-type]
    if new.part not in KIND_OF_PART:
        raise _fault(f"没有回顾“{new}”的报告", "期间可以是上半年、前三季度或全年，例如 2024年上半年")
    if old and last_day(new) < last_day(old):
        raise _fault(f"“{new}”在原报告的“{old}”之前", "请写原报告之后的期间")
    return new


def _fault(message: str, remedy: str) -> OutlineError:
    return OutlineError([Problem(message, remedy)])


@dataclass(frozen=True, slots=True)
class _Rolling:
    """Writes the lines of the new outline."""

    document: Document
    report: OldReport
    move: Move

    def lines(self) -> Iterator[str]:
        """Yield the outline line by line."""
        yield from self._head()
        yield from self._locality()
        yield from self._meeting()
        yield from self._looks()
        yield from self._headline()
        found, rest = promises(self.report)
        yield from self._part("回顾", self.report.review, found, rest)
        yield from self._around("其他工作", self.report.texts["minor"], "例如：[武装, 统计, 科协]")
        yield from self._items("民生实事", self.report.livelihood)
        yield from self._around("致谢", self.report.texts["thanks"], "空着就用模板里的")
        yield from self._items("问题", self._problems())
        yield from self._around("总体要求", self.report.texts["requirement"], "空着就用模板里的")
        yield from self._part("打算", self.report.plan, [[]] * len(self.report.plan), [])
        yield from self._items("建议", self.report.requests)
        yield from self._around("结语", self.report.texts["closing"], "空着就用模板里的")
        yield from self._annexes()

    def _head(self) -> Iterator[str]:
        source, new = self.document.source, self.move.new
        name = f"《{source.title}》" if source.title else "原报告"
        label = self.move.label
        yield from _HEAD.format(source=name, period=new, label=label).splitlines()
        yield ""
        kind: Kind = KIND_OF_PART[new.part]
        if source.kind == "summary_plan" and kind == "annual":
            kind = "summary_plan"
        yield f"报告类型: {next(chinese for chinese, known in KINDS.items() if known == kind)}"
        yield f"期间: {new}"

    def _locality(self) -> Iterator[str]:
        place = self.document.source.locality
        name = place.name if place else ""
        yield "单位:"
        if name.endswith(LEVELS):
            yield f"  名称: {scalar(name)}"
        else:
            yield f"  名称: {UNNAMED}{self._level()}  # 请改成全称，以镇、乡或街道结尾"
        above = (place.county, place.city, place.province) if place else ("", "", "")
        for key, value in zip(("县", "市", "省"), above, strict=True):
            yield f"  {key}: {scalar(value)}" if value else f"  {key}:"

    def _level(self) -> str:
        """Return whether a report that names no office is one of a 街道, a 乡 or a 镇."""
        text = self.document.text
        counts = {"街道": len(_STREET.findall(text)), "乡": len(_COUNTRY.findall(text))}
        level = max(counts, key=counts.__getitem__)
        return level if counts[level] > len(re.findall("镇人民政府|镇党委", text)) else "镇"

    def _meeting(self) -> Iterator[str]:
        blocks = {block.role: block.span.of(self.document.text).replace("\n", "") for block in self.document.blocks}
        if "dateline" in blocks:
            yield "会议:"
            yield f"  # {self.move.label}：{blocks['dateline']}"
            yield "  名称:  # 照上面的写，次数往后推"
            yield "  日期:  # 例如：2024-08-23"
        post, _, name = self.document.source.speaker.partition(" ")
        if post:
            yield "报告人:"
            yield f"  职务: {scalar(post)}"
            yield f"  姓名: {scalar(name)}"

    def _looks(self) -> Iterator[str]:
        """Yield title, headings of the chapters and style."""
        title = self.document.source.title
        if not title:
            yield f"题目: {NONE}  # 原报告没有题目；要题目就删去这一行"
        elif title != _PLAIN_TITLE:
            yield f"题目: {scalar(self.move.on(title))}"
        headings = {name: self._heading(chapter) for chapter, name in _CHAPTERS.items() if self._has(chapter)}
        if headings:
            yield "部分标题:"
            yield from (f"  {name}: {scalar(heading)}" for name, heading in headings.items())
        if style := style_of_report(self.report):
            yield "样式:"
            for key, value in style.items():
                yield f"  {key}: {value if isinstance(value, str) else mapping(value)}"

    def _has(self, chapter: Chapter) -> bool:
        lists = {"problems": self.report.problems, "requests": self.report.requests}
        return chapter in self.report.headings or bool(lists.get(chapter))

    def _heading(self, chapter: Chapter) -> str:
        return self.move.on(self.report.headings.get(chapter, "")) or NONE

    def _headline(self) -> Iterator[str]:
        facts, sentences = told(self.report.texts["headline"])
        if facts or sentences:
            yield ""
            yield "总体指标:"
            yield from self.move.said(sentences, "  ")
            yield from (f"  - {mapping(fact)}" for fact in facts)

    def _part(
        self, name: str, sections: Sequence[OldSection], promised: Sequence[Sequence[str]], rest: Sequence[str]
    ) -> Iterator[str]:
        """Yield the sections of the review or of the plan, `rest` being promises that belong to none of them."""
        style = {"标题": "（一）", "要点": "小标题", **style_of_part(self.report.review)}
        planned = name == "打算"
        if planned:
            style |= style_of_part(sections)
        yield ""
        yield f"{name}:"
        for section, each in zip(sections, promised, strict=True):
            first, *lines = section_lines(section, self.move, style, each, planned=planned)
            yield f"  - {first.strip()}"
            yield from lines
            yield ""
        yield from (f"  # 当时打算（看写进哪一节）：{sentence}" for sentence in rest)

    def _around(self, name: str, texts: Sequence[str], hint: str) -> Iterator[str]:
        """Yield a text that the template has words for, left open."""
        if texts:
            yield from self.move.said(sentences_in(texts), "")
            yield f"{name}:  # {hint}"

    def _annexes(self) -> Iterator[str]:
        """Yield the annexes as comments, but for what the draft makes of its figures; a glossary is drawn up anew."""
        texts = texts_of(self.document, [block for block in self.document.blocks if block.role == "annex"])
        annexes: list[list[str]] = []
        for text in texts:
            if not annexes or _ANNEX_MARK.fullmatch(text):
                annexes.append([])
            annexes[-1].append(text)
        kept = [lines for lines in annexes if not any(map(_MADE_OF_FIGURES.search, lines[:2]))]
        yield from (f"# {self.move.label}的附件：{text}" for lines in kept for text in lines)
        if any(_GLOSSARY.search(text) for text in texts):
            yield "名词解释: auto  # 或每行一条“词语: 解释”"

    def _problems(self) -> Sequence[OldPoint]:
        texts = self.report.texts["problems"]
        return self.report.problems or ([OldPoint("", "", texts)] if texts else [])

    def _items(self, name: str, points: Sequence[OldPoint]) -> Iterator[str]:
        """Yield a list of sentences, left open."""
        if not points:
            return
        yield f"{name}:"
        for point in points:
            said = sentences_in([text for each in point.walk() for text in each.texts])
            yield from self.move.said(said, "  ")
            if point.lead:
                yield f"  - 小标题: {scalar(self.move.on(point.lead))}"
            yield "    正文:" if point.lead else "  - 正文:"
