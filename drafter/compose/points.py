"""Write a point: an opening, its figures and deeds, what came of it; in the plan what to do and how far to get."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.compose.deeds import deed_words
from drafter.compose.facts import figure_of
from drafter.compose.matters import Matter
from drafter.compose.outline_fields import Point
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
from drafter.compose.sayings import pleases
from drafter.compose.sequences import Holds, Layout
from drafter.compose.stock import AIM, EFFECT, OPENING, START, Stock
from drafter.compose.strands import Strand, first_words, last_words, opened_by, share_on, strands, told
from drafter.compose.verbs import is_doing
from drafter.compose.weaving import woven
from drafter.model import Gap
from drafter.text import topics

LITTLE = 6  # figures and deeds of a point of the plan: they are not sorted, and the aims stand together at the end
_TELLS_EFFECT = re.compile(
    "(?:不断|持续|进一步|明显|显著|有效|极大|大幅|稳步|有力)(?:地)?(?:提|改善|增|完善|好转|缓解|优化|巩固|激发|保障|推动|促进|得到)|好评|实效|满意$|新台阶"
)
_OPENS_ITSELF = re.compile("我们|坚持|始终|把|将|牢|紧[紧扣盯]|立足|聚焦|着力|大力|全力|统筹")
SHORTEST = 25  # characters of deeds and indicators; less makes no paragraph by itself: one of 40 is rare in any report
AIMS = 0.3  # share of the paragraphs of plans that end in what comes of it (让…, 确保…), in the reports of 77 districts


@dataclass(frozen=True, slots=True)
class Task:
    """A point to write, with what is known around it."""

    point: Point
    ref: str  # outline path: 回顾[0].要点[1]
    where: str  # the same in the writer's words: 回顾 > 产业 > 农业
    topic: str
    titles: str  # the section's heading and the point's lead as printed: a clause does not say them again
    planned: bool


def words_of(point: Point) -> str:
    """Return all that the writer says in a point, for finding out what it is about."""
    indicators = (fact.indicator for fact in point.facts)
    below = map(words_of, point.points)
    said = (point.given_lead, *indicators, *point.deeds, *point.formulations, point.text, *below)
    return "，".join(filter(None, said))


def write_point(task: Task, stock: Stock, gaps: Gaps) -> Words:
    """Return the text of a point; line breaks part its paragraphs. What is missing or contradictory goes to `gaps`."""
    point, ref = task.point, task.ref
    verbatim = closed((authored(point.text, f"{ref}.正文"),)) if point.text else ()
    body = _body(task, stock, gaps)
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


def _body(task: Task, stock: Stock, gaps: Gaps) -> Words:
    """Write what is not verbatim: strands of figures and deeds, opened and closed by a clause where writers do so."""
    point = task.point
    figures = [
        figure_of(fact, f"{task.ref}.数据[{i}]", f"{task.where} > {fact.indicator}", gaps, planned=task.planned)
        for i, fact in enumerate(point.facts)
    ]
    deeds = deed_words(point.deeds, task.ref)
    little = task.planned and len(figures) + len(deeds) <= LITTLE
    found = [Strand(None, tuple(figures), tuple(deeds))] if little else strands(task.topic, figures, deeds, stock)
    wanted = _wanted(task)
    found = opened_by(text_of(wanted), found, task.topic, stock)
    if not figures and not deeds:
        return closed(wanted) if wanted else ()
    short = sum(map(len, map(_words_of, found))) < SHORTEST
    layout = _layout(task, found, stock, must_open=bool(wanted) or short)
    laid_out = list(zip(found, layout.deeds_first, layout.effects, strict=True))
    told_of = [
        told(each, stock, planned=task.planned, deeds_first=first, alone=len(found) == 1) for each, first, _ in laid_out
    ]
    said = "".join(text_of(sentence) for sentences in told_of for sentence in sentences)
    opening = wanted
    if layout.opens and not wanted:
        opening = _opening(task, laid_out[0], stock, (text_of(told_of[0][0]), said))
    for number, (strand, first, effect) in enumerate(laid_out):
        if effect:
            said_near = "".join(map(text_of, told_of[number])), said + text_of(opening)
            how = {"alone": len(found) == 1, "last": strand is found[-1]}
            told_of[number] = _with_effect(told_of[number], _effect(task, (strand, first), stock, said_near, **how))
    told_of[0][0] = joined([opening, told_of[0][0]])
    return merged(piece for sentences in told_of for sentence in sentences for piece in sentence)


def _layout(task: Task, found: Sequence[Strand], stock: Stock, *, must_open: bool) -> Layout:
    """Return where a measure opens, what each strand tells first, where an effect stands."""
    if task.planned:
        closes = stock.choice.due("aim", AIMS)
        return Layout(True, (True,) * len(found), (*[False] * (len(found) - 1), closes))
    holds = [Holds(bool(strand.figures), bool(strand.deeds)) for strand in found]
    opens = False if task.point.text else must_open or None
    return stock.sequences.lay_out(holds, task.topic, stock.choice, opens=opens)


def _words_of(strand: Strand) -> str:
    return "".join([*(figure.indicator for figure in strand.figures), *map(text_of, strand.deeds)])


def _opening(task: Task, first: tuple[Strand, bool, bool], stock: Stock, said: tuple[str, str]) -> Words:
    """Return a clause that goes with the words it opens, given its sentence and all that is `said`.

    Before what has become of something it must be on its matter; a deed that opens itself (坚持…) takes none.
    """
    strand, deeds_first, _ = first
    begins = first_words(strand, deeds_first=deeds_first)
    if _OPENS_ITSELF.match(begins):
        return ()
    matter = _of(task, begins, stock)
    if _is_one_of_many(matter, strand, task, stock):
        return ()
    place = START if task.planned else OPENING
    at_large = matter.sure or is_doing(begins) or bool(strand.figures)
    known, beside = said
    clause = stock.clause_on(matter, place, beside, titles=task.titles, known=known, at_large=at_large)
    return (clause,) if clause else ()


def _effect(
    task: Task, told_last: tuple[Strand, bool], stock: Stock, said: tuple[str, str], *, alone: bool, last: bool
) -> Words:
    """Return a clause on what came of the last thing said, given the words of the strand and all that is `said`.

    There is none of what fell, and none behind an aim or a deed that tells its effect itself.
    """
    strand, deeds_first = told_last
    ends_in_aim = task.planned and bool(strand.figures)
    last_said = last_words(strand, deeds_first=deeds_first)
    told_already = _TELLS_EFFECT.search(last_said.rpartition("，")[2])
    if ends_in_aim or told_already or not all(map(pleases, strand.figures)):
        return ()
    matter = _of(task, last_said, stock)
    place = AIM if task.planned else EFFECT
    at_large = (
        last
        and (alone or bool(strand.matter))
        and (matter.sure or share_on(strand, matter.topic, task.topic, stock) > 0)
    )
    if _is_one_of_many(matter, strand, task, stock):
        return ()
    known, beside = said
    clause = stock.clause_on(matter, place, beside, titles=task.titles, known=known, at_large=at_large)
    return (clause,) if clause else ()


def _is_one_of_many(matter: Matter, strand: Strand, task: Task, stock: Stock) -> bool:
    """Tell whether a matter is of another topic than its point and than most of its strand: it speaks not for all."""
    turned = strand.matter is None and matter.topic not in topics.family(task.topic)
    return turned and 2 * share_on(strand, matter.topic, task.topic, stock) < 1


def _of(task: Task, text: str, stock: Stock) -> Matter:
    """Return the matter of `text`; where it says nothing of itself, the matter that the writer's lead names."""
    matter = stock.matter(text, task.topic)
    by_lead = stock.matter(task.point.given_lead, task.topic)
    silent = not matter.name and not matter.sure
    return by_lead if silent and by_lead.name and by_lead.topic == task.topic else matter


def _with_effect(sentences: Sequence[Words], effect: Words) -> list[Words]:
    """Put an effect behind the last sentence."""
    if not effect:
        return list(sentences)
    *rest, last = sentences
    return [*rest, closed(joined([opened(last), effect]))]


def _wanted(task: Task) -> Words:
    """Return the formulations the writer wants and has not said himself."""
    said = "，".join(filter(None, (task.point.given_lead, *task.point.deeds, task.point.text)))
    clauses: list[Words] = []
    for i, formulation in enumerate(task.point.formulations):
        if bare_item(formulation) and bare_item(formulation) not in said:
            clauses.append(woven(formulation, f"{task.ref}.表述[{i}]", text_of(joined(clauses))))
    return joined(clauses)
