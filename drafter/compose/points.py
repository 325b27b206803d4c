"""Write a point: an opening, its figures and deeds, what came of it; in the plan what to do and how far to get."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.compose.deeds import deed_words
from drafter.compose.facts import figure_of
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
from drafter.compose.sayings import pleases
from drafter.compose.stock import AIM, EFFECT, OPENING, START, Stock
from drafter.compose.strands import Strand, first_words, last_words, opened_by, share_on, strands, told
from drafter.compose.tellings import Content, Setting
from drafter.compose.verbs import is_doing
from drafter.compose.weaving import woven
from drafter.compose.wording import Settled, worded
from drafter.model import Gap
from drafter.text import topics

LITTLE = 6  # figures and deeds of a point of the plan: they are not sorted, and the aims stand together at the end
_TELLS_EFFECT = re.compile(
    "(?:不断|持续|进一步|明显|显著|有效|极大|大幅|稳步|有力)(?:地)?(?:提|改善|增|完善|好转|缓解|优化|巩固|激发|保障|推动|促进|得到)|好评|实效|满意$|新台阶"
)
_OPENS_ITSELF = re.compile("我们|坚持|始终|把|将|牢|紧[紧扣盯]|立足|聚焦|着力|大力|全力|统筹")
MOST_CLAUSES = 3  # of the stock in one point: more of them, and the deeds are lost among slogans


@dataclass(frozen=True, slots=True)
class Task:
    """A point to write, with what is known around it."""

    point: Point
    ref: str  # outline path: 回顾[0].要点[1]
    where: str  # the same in the writer's words: 回顾 > 产业 > 农业
    topic: str
    titles: str  # the section's heading and the point's lead as printed: a clause does not say them again
    planned: bool
    deeds_first: bool


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
    """Write what is neither verbatim nor settled: strands of figures and deeds, opened and closed by a clause."""
    point, figures, deeds = task.point, settled.figures, settled.deeds
    little = task.planned and len(figures) + len(deeds) <= LITTLE
    found = [Strand(None, tuple(figures), tuple(deeds))] if little else strands(task.topic, figures, deeds, stock)
    wanted = joined([pinned(point, "起句", task.ref), _wanted(task, text_of(settled.words))])
    ending = pinned(point, "收句", task.ref)
    found = opened_by(text_of(wanted), found, task.topic, stock)
    if not figures and not deeds:
        return closed(all_said) if (all_said := joined([wanted, ending])) else ()
    how = {"planned": task.planned, "deeds_first": task.deeds_first, "alone": len(found) == 1}
    told_of = [told(each, stock, **how) for each in found]
    said = "".join(text_of(sentence) for sentences in told_of for sentence in sentences)
    is_opened = point.text or point.opener or point.wording
    opening = wanted or (() if is_opened else _opening(task, found[0], stock, (text_of(told_of[0][0]), said)))
    left = MOST_CLAUSES - bool(opening)
    for number, (strand, sentences) in enumerate(zip(found, told_of, strict=True)):
        last = strand is found[-1]
        if last or (left > 1 and len(strand) > 1 and not task.planned):
            beside = said + text_of(opening)
            known = "".join(map(text_of, sentences))
            own_end = last and ending
            effect = own_end or _effect(task, strand, stock, (known, beside), alone=len(found) == 1, last=last)
            told_of[number] = _with_effect(sentences, effect)
            left -= bool(effect)
    told_of[0][0] = joined([opening, told_of[0][0]])
    return merged(piece for sentences in told_of for sentence in sentences for piece in sentence)


def _opening(task: Task, strand: Strand, stock: Stock, said: tuple[str, str]) -> Words:
    """Return a clause that goes with the words it opens, given its sentence and all that is `said`.

    Before what has become of something it must be on its matter; a deed that opens itself (坚持…) takes none.
    """
    first = first_words(strand, deeds_first=task.deeds_first or task.planned)
    if _OPENS_ITSELF.match(first):
        return ()
    matter = _of(task, first, stock)
    if _is_one_of_many(matter, strand, task, stock):
        return ()
    place = START if task.planned else OPENING
    at_large = matter.sure or is_doing(first) or bool(strand.figures)
    known, beside = said
    clause = stock.clause_on(
        matter, place, beside, titles=task.titles, known=known, at_large=at_large, offered=f"{task.ref}.起句"
    )
    return (clause,) if clause else ()


def _effect(task: Task, strand: Strand, stock: Stock, said: tuple[str, str], *, alone: bool, last: bool) -> Words:
    """Return a clause on what came of the last thing said, given the words of the strand and all that is `said`.

    There is none of what fell, and none behind an aim or a deed that tells its effect itself.
    """
    if task.point.closer == NONE or task.point.wording:
        return ()
    ends_in_aim = task.planned and bool(strand.figures)
    last_said = last_words(strand, deeds_first=task.deeds_first or task.planned)
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
    offered = f"{task.ref}.收句" if last else ""
    clause = stock.clause_on(matter, place, beside, titles=task.titles, known=known, at_large=at_large, offered=offered)
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
