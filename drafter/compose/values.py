"""What a template may use: the outline's values, the written sections, a few functions, by their Chinese names."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, takewhile
from typing import Any

from drafter.compose import eras, items
from drafter.compose.calls import Calls
from drafter.compose.facts import figure_of
from drafter.compose.figures import report
from drafter.compose.freshness import is_fresh
from drafter.compose.indicators import indicator_values
from drafter.compose.ledger import Ledger
from drafter.compose.organs import Organs, address, organs, titled
from drafter.compose.outline_fields import Item, Outline, Section
from drafter.compose.outline_style import NONE, Numbering, Points, number
from drafter.compose.prose import Words, authored, bare_item, closed, joined, own, placeholder, text_of
from drafter.compose.sections import Desk, Part, WrittenPoint, WrittenSection, write_sections
from drafter.compose.templates import Rows, Watch
from drafter.compose.usual import usual
from drafter.model import Gap, Piece
from drafter.text import numbering
from drafter.text.formulations import formulations
from drafter.text.periods import next_period, spoken

_REQUIREMENT = re.compile("总体(?:要求|思路|目标)|指导思想")
UNNAMED = "某某"  # how the scaffold writes a name that is still to come


@dataclass(frozen=True, slots=True)
class Naming:
    """Puts an outline's values under the names that templates use; texts become marks of the ledger."""

    outline: Outline
    desk: Desk
    ledger: Ledger
    watch: Watch

    def values(self) -> dict[str, Any]:
        """Return everything a template may use; what the outline leaves out is an empty text or list."""
        outline = self.outline
        office = organs(outline.locality.place)
        return {
            "单位": self._office(office),
            "期间": self._period(),
            "会场": address(office, (outline.meeting and outline.meeting.name) or ""),
            "年份特点": eras.of_year(outline.period.year),
            "下期年份特点": eras.of_year(next_period(outline.period).year),
            "回顾依据": self._basis(eras.last_day(outline.period)),
            "打算依据": self._basis(self._spoken_on()),
            "核心": eras.in_force("核心", self._spoken_on()),
            "题目": self._heading("题目", outline.title),
            "部分标题": self._chapters(),
            "会议": self._meeting(),
            "报告人": self._speaker(office),
            "主题词": self._theme(),
            "开头": self._text("开头", outline.opening),
            "总体指标": self._headline(),
            "有下降": bool(self.desk.stock.falling),
            "回顾": self._sections("回顾"),
            "其他工作": self._minor(),
            "致谢": self._text("致谢", outline.thanks),
            "问题": self._points("问题", outline.problems, outline.style.problems, asked=outline.given("problems")),
            "总体要求": self._requirement(),
            "打算": self._sections("打算"),
            "回顾节数": _headed(outline.review),
            "打算节数": _headed(outline.plan),
            "建议": self._points("建议", outline.requests, "一是", asked=outline.given("requests")),
            "民生实事": self._livelihood(),
            **indicator_values(outline, self.ledger, self.desk.gaps),
            "名词解释": self._glossary(),
            "结语": self._text("结语", outline.closing),
            "待补": self._slot,
            "选": self._one_of,
            "序号": _counter(outline.style.chapter),
            "附件序号": map(str, count(1)).__next__,
            "几": _how_many,
            "板块": partial(usual, self.desk.stock.library, outline.kind, self.watch),
            **Calls(outline, self.desk, self.ledger).functions(),
        }

    # --- functions of the template ---

    def _slot(self, name: str) -> str:
        """Print an open slot and note it as missing."""
        self.desk.gaps.missing.append(Gap(name, "没有填"))
        return self.ledger.mark((placeholder(name, name),))

    def _one_of(self, *texts: str) -> str:
        """Return one of several wordings: the seed's, or the first after it that no report of the corpus has."""
        self.desk.stock.choice.turn_to(text_of(self._expanded(texts[0])))
        ways = self.desk.stock.choice.shuffled(texts)
        return next((text for text in ways if is_fresh(self._expanded(text), self.desk.fragments)), ways[0])

    def _expanded(self, text: str) -> Words:
        return tuple(piece for piece in self.ledger.read(text, "") if isinstance(piece, Piece))

    # --- the head ---

    def _office(self, office: Organs) -> Mapping[str, Any]:
        place = self.outline.locality.place
        if UNNAMED in place.name:
            self.desk.gaps.missing.append(Gap("单位 > 名称", "还没有填"))
        named = self._text("单位.名称", place.name)
        return {
            "名称": named,
            "级别": office.level,
            "政府": office.government,
            "政府全称": self._text("单位.名称", office.full_government),
            "党委": office.party,
            "人大": office.supervisor,
            "上级": office.superiors,
            "全域": office.whole,
        }

    def _period(self) -> Mapping[str, str]:
        period = self.outline.period
        following = next_period(period)
        return {
            "年": str(period.year),
            "全称": str(period),
            "简称": spoken(period, period.year),
            "下期全称": str(following),
            "下期简称": spoken(following, period.year),
        }

    def _spoken_on(self) -> datetime.date:
        """Return the day the report is given, or failing that the last day it looks back on."""
        meeting = self.outline.meeting
        return (meeting.date if meeting else None) or eras.last_day(self.outline.period)

    def _basis(self, day: datetime.date) -> Mapping[str, str]:
        return {"指导": eras.in_force("指导", day), "精神": eras.in_force("精神", day)}

    def _meeting(self) -> Mapping[str, str]:
        if not self.outline.given("meeting"):
            return {}
        meeting = self.outline.meeting
        date = meeting.date if meeting else None
        printed = f"{date.year}年{date.month}月{date.day}日" if date else None
        return {
            "名称": self._text("会议.名称", meeting.name if meeting else None) or self._slot("会议名称"),
            "日期": self._text("会议.日期", printed) or self._slot("会议日期"),
        }

    def _speaker(self, office: Organs) -> Mapping[str, str]:
        if not self.outline.given("speaker"):
            return {}
        speaker = self.outline.speaker
        post = (speaker and speaker.post) or ""
        named = titled(post, self.outline.locality.name, office.full_government)
        return {
            "职务": self._text("报告人.职务", named) if post else self._slot("报告人职务"),
            "姓名": self._text("报告人.姓名", speaker.name if speaker else None) or self._slot("报告人姓名"),
        }

    def _theme(self) -> str:
        theme = self.outline.theme
        quoted = theme if not theme or "“" in theme else f"“{theme}”"
        return self._text("主题词", quoted)

    # --- the body ---

    def _requirement(self) -> Mapping[str, Any]:
        """Return the general requirement, and whether it says itself that it is one."""
        text = self.outline.requirement or ""
        words = closed((authored(text, "总体要求"),)) if text else ()
        return {"正文": self.ledger.mark(words), "已点明": bool(_REQUIREMENT.search(text))}

    def _text(self, name: str, text: str | None) -> str:
        return self.ledger.mark((authored(text, name),)) if text else ""

    def _heading(self, name: str, text: str | None) -> str:
        """Return a title as given: "无" says that there is to be none."""
        return NONE if text == NONE else self._text(name, text)

    def _chapters(self) -> Mapping[str, str]:
        """Return the headings of the chapters as given, by what the outline calls those."""
        given = self.outline.headings
        named = (("回顾", given.review), ("问题", given.problems), ("打算", given.plan), ("建议", given.requests))
        return {name: self._heading(f"部分标题.{name}", text) for name, text in named}

    def _headline(self) -> str:
        figures = [
            figure_of(fact, f"总体指标[{i}]", f"总体指标 > {fact.indicator}", self.desk.gaps)
            for i, fact in enumerate(self.outline.headline)
        ]
        self.desk.stock.choice.turn_to("总体指标")
        return self.ledger.mark(joined(list(report(figures, self.desk.stock))))

    def _sections(self, part: Part) -> Rows:
        sections = self.outline.review if part == "回顾" else self.outline.plan
        written = write_sections(sections, part, self.desk)
        first = next((section for section in written if section.heading), None)
        return Rows((self._section(section, is_first=section is first) for section in written), self.watch, part)

    def _section(self, section: WrittenSection, *, is_first: bool) -> Mapping[str, Any]:
        return {
            "首节": is_first,
            "部分": self.ledger.mark(section.chapter),
            "序号": section.number,
            "标题": self.ledger.mark(section.heading),
            "导语": self.ledger.mark(section.intro),
            "要点": Rows(map(self._point, section.points), self.watch),
        }

    def _point(self, point: WrittenPoint) -> Mapping[str, Any]:
        return {
            "标号": point.label,
            "小标题": self.ledger.mark(point.lead),
            "正文": self.ledger.mark(point.text),
            "独行": point.on_own_line,
            "要点": Rows(map(self._point, point.points), self.watch),
        }

    def _minor(self) -> Mapping[str, str]:
        """Return names to be strung together, or the writer's whole sentence."""
        names = self.outline.minor
        if len(names) == 1 and any(mark in names[0] for mark in "，。；"):
            return {"整句": self.ledger.mark(closed((authored(names[0], "其他工作"),))), "名单": ""}
        words = joined([(authored(name, f"其他工作[{i}]"),) for i, name in enumerate(names)], "、")
        return {"整句": "", "名单": self.ledger.mark(words)}

    def _points(self, name: str, given: Sequence[Item], style: Points, *, asked: bool) -> str:
        """String items together; what is `asked` for and not given is an open slot."""
        if not given:
            return self._slot(name) + "。" if asked else ""
        return self.ledger.mark(items.strung_items(given, name, self.desk.gaps, style))

    def _livelihood(self) -> Mapping[str, Any]:
        given, gaps, style = self.outline.livelihood, self.desk.gaps, self.outline.style.livelihood
        told = [item for item in enumerate(given) if not item[1].cells]
        sentences = [
            closed(items.written_item(item, f"民生实事[{i}]", "民生实事", gaps, mark="：")) for i, item in told
        ]
        rows = [item for item in given if item.cells]
        return {
            "条目": Rows(map(self.ledger.mark, sentences), self.watch),
            "表": self.ledger.mark(items.table(rows, "民生实事", gaps)) if rows else "",
            "随文": style != "附件",
            "序号": _counter("1." if style == "附件" else style),
        }

    def _glossary(self) -> Rows:
        entries = self.outline.glossary
        if entries == "auto":
            explained = [(term, own(meaning, "名词解释")) for term, meaning in _explanations(self.outline)]
        else:
            explained = [(term, authored(bare_item(meaning), f"名词解释.{term}")) for term, meaning in entries]
        rows = [
            {"词": self._text(f"名词解释.{term}", term), "解释": self.ledger.mark((told,))} for term, told in explained
        ]
        return Rows(rows, self.watch)


def _headed(sections: Sequence[Section]) -> int:
    """Return how many sections with a heading stand in a part before it opens a further chapter."""
    return sum(section.heading != NONE for section in takewhile(lambda each: not each.chapter, sections))


def _explanations(outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield the number-terms that the outline speaks of, each with what it counts."""
    said = "".join(outline.texts())
    for formulation in formulations():
        term = formulation.text.strip("“”")
        if formulation.members and term in said:
            mark = "，" if any("、" in member for member in formulation.members) else "、"
            yield term, f"指{mark.join(formulation.members)}"


def _how_many(number: int) -> str:
    return "两" if number == 2 else numbering.to_han(number)


def _counter(style: Numbering) -> Any:
    """Return a function that prints the next number each time it is called; nothing where there are to be none."""
    numbers = count(1)
    return lambda: "" if style == NONE else number(style, value := next(numbers), value)
