"""The laws of every draft: complete, grounded, clean, varied. Each yields what breaks it, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from drafter.compose.outline_fields import Outline
from drafter.compose.prose import bare_item
from drafter.compose.zeros import is_nought
from drafter.config import table
from drafter.model import Paragraph, Report
from drafter.text.formulations import formulations

_FIRST, _BETWEEN, _LAST = "^[，。；：、]", "的的|了了|和和|[，；、：][，。；：、]|。[，。；]", "[，、：；]$"
_BROKEN = re.compile(f"{_FIRST}|{_BETWEEN}|{_LAST}")
_DANGLING = re.compile("(?:并|及|以及|和|与|且|而|但|的|、)(?=[，。；]|$)")
_ITEM_NUMBER = re.compile(r"^\d+\.")
_NONE = re.compile("未发生|不发生|零发生|清零|为零|^无|保持无")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_STATIVE = {"达", "达到", "完成"}  # what changes from figure to figure; 为 is the only way to say some


def faults(outline: Outline, report: Report) -> list[str]:
    """Return what breaks any law, [] for a good draft."""
    laws = (unplaced, foreign_figures, slots, marks, repeated_clauses, repeated_patterns)
    return [fault for law in laws for fault in law(outline, report)]


def points_of(outline: Outline) -> list[Any]:
    """Return the points of review and plan."""
    return [point for section in (*outline.review, *outline.plan) for point in section.points]


def facts_of(outline: Outline) -> list[Any]:
    """Return every fact of an outline."""
    return [*outline.headline, *(fact for point in points_of(outline) for fact in point.facts)]


def values_of(outline: Outline) -> Counter[str]:
    """Return the values typed, and how often."""
    return Counter(text for fact in facts_of(outline) for text in (fact.value, fact.target) if text)


def placed(outline: Outline, report: Report) -> Counter[str]:
    """Return which of the values stand in a draft, counted no more often than they were typed."""
    printed = Counter(
        (piece.ref, piece.text) for p in report.paragraphs() for piece in p.pieces if piece.kind in {"fact", "author"}
    )
    found = {value: sum(n for (_, words), n in printed.items() if says(words, value)) for value in values_of(outline)}
    return Counter({value: min(times, found[value]) for value, times in values_of(outline).items()})


def says(words: str, value: str) -> bool:
    """Tell whether words say a value: as typed, or, of nought, in words: 未发生生产安全事故."""
    return value in words or (is_nought(value) and bool(_NONE.search(words)))


def unplaced(outline: Outline, report: Report) -> Iterator[str]:
    """Yield values, deeds, own text and formulations that do not stand in the draft exactly once."""
    text = "\n".join(paragraph.text for paragraph in report.paragraphs())
    for point in points_of(outline):
        for deed in (*map(bare_item, point.deeds), *filter(None, [point.text])):
            if text.count(deed) != 1:
                yield f"{text.count(deed)}次：{deed}"
    for value, times in (values_of(outline) - placed(outline, report)).items():
        yield f"少{times}次：{value}"
    pieces = [piece for p in report.paragraphs() for piece in p.pieces]
    printed = Counter((piece.ref, piece.text) for piece in pieces if piece.kind in {"fact", "author"})
    typed = outline.model_dump_json()  # a fall and a rate may be of one size
    for (ref, words), times in printed.items():
        if "数据" in ref and any(map(str.isdigit, words)) and times > max(1, typed.count(words)):
            yield f"{times}次：{ref} {words}"
    for point in points_of(outline):
        for formulation in map(bare_item, point.formulations):
            if formulation not in text:
                yield f"缺表述：{formulation}"


def foreign_figures(outline: Outline, report: Report) -> Iterator[str]:
    """Yield figures that the outline does not give: neither typed nor computed."""
    shipped = [words for *_, words in table("eras.tsv")]
    given = " ".join([outline.model_dump_json(), str(outline.period), str(outline.period.year + 1), *shipped])
    for paragraph in report.paragraphs():
        computed = "".join(piece.text for piece in paragraph.pieces if piece.ref.endswith("（计算）"))
        for figure in _FIGURE.findall(_ITEM_NUMBER.sub("", paragraph.text)):
            if figure not in given and figure not in computed:
                yield f"来历不明的数字：{figure}"


def slots(outline: Outline, report: Report) -> Iterator[str]:
    """Yield a note where an open value is no slot, or a slot is not listed."""
    pieces = [piece for p in report.paragraphs() for piece in p.pieces if piece.kind == "placeholder"]
    opened = sum("数据" in piece.ref or "总体指标" in piece.ref for piece in pieces)
    planned = [fact for section in outline.plan for point in section.points for fact in point.facts]
    reviewed = [fact for fact in facts_of(outline) if not any(fact is other for other in planned)]
    wanted = sum(fact.given("value") and not fact.value for fact in reviewed)
    wanted += sum((fact.given("value") or fact.given("target")) and not (fact.value or fact.target) for fact in planned)
    wanted += sum(bool(fact.value) and fact.given("target") and not fact.target for fact in facts_of(outline))
    if opened != wanted:
        yield f"空着{wanted}项，稿中{opened}处"
    if len(report.missing) < len(pieces):
        yield f"稿中{len(pieces)}处待补，只列出{len(report.missing)}处"


def marks(outline: Outline, report: Report) -> Iterator[str]:  # noqa: ARG001 - all laws are asked alike
    """Yield paragraphs with doubled or loose marks, or a word that leads nowhere."""
    for paragraph in report.paragraphs():
        if paragraph.style in {"title", "salutation"}:
            continue
        loose = _BROKEN.search(paragraph.text) or _DANGLING.search(_composed(paragraph))
        unpaired = paragraph.text.count("“") != paragraph.text.count("”")
        if loose or unpaired or (paragraph.style == "body" and paragraph.text[-1] not in "。！"):
            yield f"标点：{paragraph.text}"


def _composed(paragraph: Paragraph) -> str:
    """Return a paragraph with what the writer typed masked."""
    return "".join("＿" if piece.kind in {"author", "fact"} else piece.text for piece in paragraph.pieces)


def repeated_clauses(outline: Outline, report: Report) -> Iterator[str]:  # noqa: ARG001
    """Yield clauses of the stock that come twice."""
    text = "\n".join(paragraph.text for paragraph in report.paragraphs())
    known = {wording for formulation in formulations() for wording in formulation.wordings}
    library = {piece.text for p in report.paragraphs() for piece in p.pieces if piece.kind == "library"}
    for clause in {words for *_, words in table("clauses.tsv")} | library:
        if clause not in known and len(re.findall(rf"(?<![\w、]){re.escape(clause)}(?![\w、])", text)) > 1:
            yield f"重复的分句：{clause}"


def repeated_patterns(outline: Outline, report: Report) -> Iterator[str]:  # noqa: ARG001
    """Yield paragraphs of the review where two figures that follow each other are said in one pattern."""
    for paragraph in report.paragraphs():
        verbs = list(_verbs(paragraph).items())
        for (first, one), (second, other) in pairwise(verbs):
            if one == other and one in _STATIVE and "打算" not in first + second:
                yield f"连着用“{one}”：{paragraph.text}"


def _verbs(paragraph: Paragraph) -> dict[str, str]:
    """Return what stands between each figure's indicator and its value, by its place in the outline, in order."""
    pieces = [piece for piece in paragraph.pieces if piece.text]
    found = {piece.ref: "" for piece in pieces if piece.kind in {"fact", "placeholder"} and "（" not in piece.ref}
    for before, verb, value in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if before.kind == value.kind == "fact" and before.ref == value.ref and verb.kind == "template":
            found[value.ref] = found[value.ref] or verb.text
    return found
