"""Write a point: an opening, its figures and deeds, what came of it; in the plan what to do and how far to get."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import NamedTuple

from drafter.compose.deeds import deed_words, told_last
from drafter.compose.facts import Figure, figure_of
from drafter.compose.kinship import Kinship
from drafter.compose.matters import Matter
from drafter.compose.outline_fields import Point
from drafter.compose.outline_style import NONE
from drafter.compose.prose import (
    Gaps,
    Words,
    authored,
    bare_item,
    closed,
    joined,
    merged,
    opened,
    own,
    placeholder,
    text_of,
)
from drafter.compose.sayings import pleases, varied
from drafter.compose.sequences import Holds, Layout, Part
from drafter.compose.stock import AIM, EFFECT, OPENING, START, Stock
from drafter.compose.strands import Strand, begins_with_figures, last_words, opened_by, share_on, strands, told
from drafter.compose.stubs import Told, without_stubs
from drafter.compose.tellings import Content, Setting
from drafter.compose.verbs import as_deed, is_doing
from drafter.compose.weaving import woven
from drafter.compose.wording import Settled, worded
from drafter.model import Gap
from drafter.text import topics

_TELLS_EFFECT = re.compile(
    "(?:不断|持续|进一步|明显|显著|有效|极大|大幅|稳步|有力)(?:地)?(?:提|改善|增|完善|好转|缓解|优化|巩固|激发|保障|推动|促进|得到)|好评|实效|满意$|新台阶"
)
_JUST_BEGUN = re.compile("开工|动工|启动|奠基|筹建|前期|签约|签订|立项|选址")  # nothing can have come of it yet
_OF_BEGINNINGS = ("项目", "招商", "产业", "工业")  # topics where to begin is itself what counts
_CLAUSE_ENDS = re.compile("[，、；。]")
_OPENS_ITSELF = re.compile("我们|坚持|始终|把|将|牢|紧[紧扣盯]|立足|聚焦|着力|大力|全力|统筹")
SHORTEST = 25  # characters of deeds and indicators; less makes no paragraph by itself: one of 40 is rare in any report


@dataclass(frozen=True, slots=True)
class Task:
    """A point to write, with what is known around it."""

    point: Point
    ref: str  # outline path: 回顾[0].要点[1]
    where: str  # the same in the writer's words: 回顾 > 产业 > 农业
    topic: str
    titles: str  # the section's heading and the point's lead as printed: a clause does not say them again
    planned: bool


class Placed(NamedTuple):
    """A strand in its place."""

    strand: Strand
    deeds_first: bool
    number: int
    strands: int  # of the point

    @property
    def is_last(self) -> bool:
        """Tell whether no strand follows."""
        return self.number == self.strands - 1


def words_of(point: Point) -> str:
    """Return all that the writer says in a point, for finding out what it is about."""
    indicators = (fact.indicator for fact in point.facts)
    below = map(words_of, point.points)
    said = (point.given_lead, *indicators, *point.deeds, *point.formulations, point.text, *below)
    return "，".join(filter(None, said))


def write_point(task: Task, stock: Stock, gaps: Gaps) -> Words:
    """Return the text of a point; line breaks part its paragraphs. What is missing or contradictory goes to `gaps`."""
    point, ref = task.point, task.ref
    verbatim = own_text(task)
    body = write_body(task, stock, gaps)
    if not verbatim and not body and point.points and not (point.facts or point.given("deeds")):
        return ()  # its own points tell all
    if not verbatim and not body:
        what = "打算" if task.planned else "工作"
        name = f"具体{what}" if point.given_lead else f"{task.topic or '本段'}方面的{what}"
        gaps.missing.append(Gap(task.where, "只有标题，还没有内容"))
        return (placeholder(name, ref), own("。"))
    if "\n" in (point.text or "") and body:
        return (*verbatim, own("\n"), *body)
    return (*verbatim, *body)


def own_text(task: Task) -> Words:
    """Return the writer's own text of a point, closed."""
    return closed((authored(task.point.text, f"{task.ref}.正文"),)) if task.point.text else ()


def write_body(task: Task, stock: Stock, gaps: Gaps) -> Words:
    """Return what is not the writer's own text: the wording that is settled, and what it leaves to be told."""
    settled = worded(task.point, content_of(task, stock, gaps), gaps)
    return (*settled.words, *_body(task, settled, stock))


def content_of(task: Task, stock: Stock, gaps: Gaps) -> Content:
    """Return what a point has to tell; faults of its figures go to `gaps`."""
    figures = [
        figure_of(fact, f"{task.ref}.数据[{i}]", f"{task.where} > {fact.indicator}", gaps, planned=task.planned)
        for i, fact in enumerate(task.point.facts)
    ]
    setting = Setting(task.ref, task.where, stock.base, task.planned)
    return Content(setting, figures, deed_words(task.point.deeds, task.ref))


def _body(task: Task, settled: Settled, stock: Stock) -> Words:
    """Write what is neither verbatim nor settled: strands of figures and deeds, opened and closed by a clause where
    writers do so.
    """
    figures = [_in_order(figure) for figure in settled.figures]
    deeds, outcomes = (settled.deeds, ()) if task.planned else told_last(settled.deeds, beside=bool(figures))
    wanted = joined([pinned(task.point, "起句", task.ref), _wanted(task, text_of(settled.words))])
    ending = pinned(task.point, "收句", task.ref)
    if not figures and not deeds:
        return closed(all_said) if (all_said := joined([wanted, ending])) else ()
    found = opened_by(text_of(wanted), strands(task.topic, figures, deeds, stock), task.topic, stock)
    layout = _layout(task, found, stock, must_open=bool(wanted))
    orders = [
        first and not begins_with_figures(strand) for strand, first in zip(found, layout.deeds_first, strict=True)
    ]
    placed = [Placed(*each, len(found)) for each in zip(found, orders, count(), strict=False)]
    told_of = [_told(task, each, stock) for each in placed]
    said = "".join(text_of(sentence) for sentences in told_of for sentence in sentences)
    known = ["".join(map(text_of, sentences)) for sentences in told_of]
    closing = [
        _effect(task, each, stock, (known[each.number], said)) if effect else ()
        for each, effect in zip(placed, layout.effects, strict=True)
    ]
    closing[-1] = ending or closing[-1]
    sentences = without_stubs(
        [
            each
            for place, its, effect in zip(placed, told_of, closing, strict=True)
            for each in _with_effect(its, effect, place.strand)
        ],
        Kinship(task.topic, stock),
    )
    beside = "".join(text_of(sentence.words) for sentence in sentences)
    opening = _opening(task, sentences[0], stock, beside) if layout.opens and not wanted else wanted
    opened_first = joined([opening, sentences[0].words])
    words = merged(piece for sentence in (opened_first, *(each.words for each in sentences[1:])) for piece in sentence)
    return words if task.planned else varied((*words, *(closed(joined(outcomes)) if outcomes else ())))


def _in_order(figure: Figure) -> Figure:
    """Return a figure as its indicator is said before a number: 化解信访 for 信访化解."""
    return replace(figure, indicator=as_deed(figure.indicator)) if figure.value or figure.target else figure


def _layout(task: Task, found: Sequence[Strand], stock: Stock, *, must_open: bool) -> Layout:
    """Return where a measure opens, what each strand tells first, where an effect stands."""
    point = task.point
    may_close = point.closer is None and not point.wording
    holds = [Holds(bool(strand.figures), bool(strand.deeds)) for strand in found]
    short = sum(map(len, map(_words_of, found))) < SHORTEST
    is_opened = bool(point.text or point.opener or point.wording)
    opens = must_open if is_opened else must_open or short or None
    part: Part = "plan" if task.planned else "review"
    layout = stock.sequences.lay_out(holds, task.topic, stock.choice, part=part, opens=opens)
    return layout if may_close else layout._replace(effects=(False,) * len(found))


def _deeds_first(task: Task, strand: Strand, laid_out: bool, number: int) -> bool:
    """Tell whether the deeds of a strand come first: as laid out, but an aim of the plan that does not lead its
    paragraph ends a row of deeds.
    """
    return laid_out or number > 0 if task.planned else laid_out and not begins_with_figures(strand)


def _words_of(strand: Strand) -> str:
    return "".join([*(figure.indicator for figure in strand.figures), *map(text_of, strand.deeds)])


def _told(task: Task, placed: Placed, stock: Stock) -> list[Words]:
    """Return the sentences of a strand in its place."""
    return told(
        placed.strand,
        Kinship(task.topic, stock),
        planned=task.planned,
        deeds_first=placed.deeds_first,
        begins=placed.number == 0,
    )


def _opening(task: Task, first: Told, stock: Stock, said: str) -> Words:
    """Return a clause that goes with the sentence it opens, given all that is `said`.

    Before what has become of something it must be on its matter; a deed that opens itself (坚持…) takes none. What
    opens a sentence of several matters speaks of the topic at large.
    """
    text = text_of(first.words)
    begins = _CLAUSE_ENDS.split(text)[0]
    if _OPENS_ITSELF.match(begins):
        return ()
    matter = _of(task, begins, stock)
    if _is_one_of_many(matter, first.strand, task, stock):
        return ()
    turns = _turns(first.words, task, stock)
    if turns:
        matter = Matter(task.topic, "", sure=False)
    at_large = matter.sure or is_doing(begins) or any(piece.kind == "fact" for piece in first.words)
    place, offered = START if task.planned else OPENING, f"{task.ref}.起句"
    its_stock = stock.without_library() if turns else stock  # what the library says at large fits one matter only
    clause = its_stock.clause_on(
        matter, place, said, titles=task.titles, known=text, at_large=at_large, offered=offered
    )
    return (clause,) if clause else ()


def _turns(sentence: Words, task: Task, stock: Stock) -> bool:
    """Tell whether a sentence goes on to a figure or deed of another matter than it begins with."""
    kinship = Kinship(task.topic, stock)
    items: dict[str, str] = {}
    for piece in sentence:
        if piece.kind in {"fact", "author"}:
            items.setdefault(piece.ref, piece.text.partition("，")[0])
    return len({kinship.key(text) for text in items.values() if not kinship.is_bare(text)} - {None}) > 1


def _effect(task: Task, placed: Placed, stock: Stock, said: tuple[str, str]) -> Words:
    """Return a clause on what came of the last thing said, given the words of the strand and all that is `said`.

    There is none of what fell, and none behind a deed that tells its effect itself.
    """
    strand = placed.strand
    begun = _JUST_BEGUN.search(last_words(strand, deeds_first=placed.deeds_first)) and task.topic not in _OF_BEGINNINGS
    last_said = last_words(strand, deeds_first=placed.deeds_first)
    told_already = _TELLS_EFFECT.search(last_said.rpartition("，")[2])
    if begun or told_already or not (task.planned or all(map(pleases, strand.figures))):
        return ()
    matter = _of(task, last_said, stock)
    speaks_for_all = placed.strands == 1 or (placed.is_last and (task.planned or bool(strand.matter)))
    at_large = speaks_for_all and (matter.sure or share_on(strand, matter.topic, task.topic, stock) > 0)
    if _is_one_of_many(matter, strand, task, stock):
        return ()
    known, beside = said
    place = AIM if task.planned else EFFECT
    offered = f"{task.ref}.收句" if placed.is_last else ""
    clause = stock.clause_on(matter, place, beside, titles=task.titles, known=known, at_large=at_large, offered=offered)
    return (clause,) if clause else ()


def _is_one_of_many(matter: Matter, strand: Strand, task: Task, stock: Stock) -> bool:
    """Tell whether a matter is of another topic than its point and than most of its strand: it speaks not for all."""
    turned = strand.matter is None and matter.topic not in topics.family(task.topic)
    return turned and 2 * share_on(strand, matter.topic, task.topic, stock) <= 1


def _of(task: Task, text: str, stock: Stock) -> Matter:
    """Return the matter of `text`; where it says nothing of itself, the matter that the writer's lead names."""
    matter = stock.matter(text, task.topic)
    by_lead = stock.matter(task.point.given_lead, task.topic)
    silent = not matter.name and not matter.sure
    return by_lead if silent and by_lead.name and by_lead.topic == task.topic else matter


def _with_effect(sentences: Sequence[Words], effect: Words, strand: Strand) -> Iterator[Told]:
    """Yield sentences, an effect behind the last of them."""
    *rest, last = sentences
    yield from (Told(sentence, strand, ends=False) for sentence in rest)
    yield Told(closed(joined([opened(last), effect])) if effect else last, strand, ends=bool(effect))


def pinned(point: Point, key: str, ref: str) -> Words:
    """Return the clause that the writer has set for the opening (起句) or the end (收句) of a point."""
    text = "" if point.wording else (point.opener if key == "起句" else point.closer) or ""
    return (authored(bare_item(text), f"{ref}.{key}"),) if text and text != NONE else ()


def _wanted(task: Task, settled: str) -> Words:
    """Return the formulations the writer wants and has not said himself."""
    said = "，".join(filter(None, (task.point.given_lead, *task.point.deeds, task.point.text, settled)))
    clauses: list[Words] = []
    for i, formulation in enumerate(task.point.formulations):
        if bare_item(formulation) and bare_item(formulation) not in said:
            clauses.append(woven(formulation, f"{task.ref}.表述[{i}]", text_of(joined(clauses))))
    return joined(clauses)
