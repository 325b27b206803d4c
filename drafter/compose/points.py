"""Write a point: an opening, its figures and deeds, what came of it; in the plan what to do and how far to get."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.compose.facts import figure_of
from drafter.compose.figures import promise, report
from drafter.compose.outline_fields import Point
from drafter.compose.prose import (
    Gaps,
    Words,
    authored,
    bare_item,
    batches,
    closed,
    joined,
    merged,
    own,
    placeholder,
    strung,
    text_of,
)
from drafter.compose.stock import AIM, EFFECT, OPENING, START, Stock
from drafter.compose.weaving import woven
from drafter.model import Gap

MOST_DEEDS = 3  # in one sentence


@dataclass(frozen=True, slots=True)
class Task:
    """A point to write, with what is known around it."""

    point: Point
    ref: str  # outline path: 回顾[0].要点[1]
    where: str  # the same in the writer's words: 回顾 > 产业 > 农业
    topic: str
    titles: str  # the section's heading and the point's lead as printed: a clause does not say them again
    planned: bool
    turn: int  # its number in the section: every other point puts its deeds first


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
        name = f"{task.topic or bare_item(point.given_lead or '本段')}方面的{'打算' if task.planned else '工作'}"
        gaps.missing.append(Gap(task.where, "只有标题，还没有内容"))
        return (placeholder(name, ref), own("。"))
    return (*verbatim, own("\n"), *body) if verbatim and body else verbatim or body


def _body(task: Task, stock: Stock, gaps: Gaps) -> Words:
    """Write what is not verbatim: sentences of figures and deeds, opened and closed by a clause."""
    point = task.point
    figures = [
        figure_of(fact, f"{task.ref}.数据[{i}]", f"{task.where} > {fact.indicator}", gaps, planned=task.planned)
        for i, fact in enumerate(point.facts)
    ]
    told = list(promise(figures, stock.choice) if task.planned else report(figures, stock))
    done = list(_deeds(point.deeds, task.ref))
    sentences = [*done, *told] if task.planned or task.turn % 2 else [*told, *done]
    if not sentences:
        wanted = _wanted(task)
        return closed(wanted) if wanted else ()
    opening = _opening(task, stock, before=text_of(sentences[0]))
    falling = any(figure.change and figure.change.way == "down" for figure in figures)
    aimed = task.planned and bool(told)  # 力争…达到… is an aim already
    last = () if falling or aimed else _effect(task, stock, after=text_of(sentences[-1]), opened=text_of(opening))
    sentences[0] = joined([opening, sentences[0]])
    if last:
        sentences[-1] = closed(joined([_opened(sentences[-1]), last]))
    return merged(piece for sentence in sentences for piece in sentence)


def _deeds(deeds: Sequence[str], ref: str) -> Iterator[Words]:
    clauses = [(authored(bare_item(deed), f"{ref}.事项[{i}]"),) for i, deed in enumerate(deeds) if bare_item(deed)]
    for batch in batches(clauses, MOST_DEEDS):
        yield closed(strung(batch))


def _opening(task: Task, stock: Stock, *, before: str) -> Words:
    """Return the wanted formulations as clauses; where there is none, a clause that goes with the sentence it opens."""
    if wanted := _wanted(task):
        return wanted
    about = (re.split("[，；]", before)[0], before, task.point.given_lead)
    place = START if task.planned else OPENING
    clause = stock.clause(place, task.topic, before, about=about, titles=task.titles)
    return (clause,) if clause else ()


def _wanted(task: Task) -> Words:
    """Return the formulations the writer wants and has not said himself."""
    said = "，".join(filter(None, (task.point.given_lead, *task.point.deeds, task.point.text)))
    clauses: list[Words] = []
    for i, formulation in enumerate(task.point.formulations):
        if bare_item(formulation) and bare_item(formulation) not in said:
            clauses.append(woven(formulation, f"{task.ref}.表述[{i}]", text_of(joined(clauses))))
    return joined(clauses)


def _effect(task: Task, stock: Stock, *, after: str, opened: str) -> Words:
    """Return a clause on what came of it all, of the last thing said."""
    last = after.rpartition("；" if "；" in after else "，")[2]
    about = (last, task.point.given_lead)
    place = AIM if task.planned else EFFECT
    clause = stock.clause(place, task.topic, last, about=about, titles=f"{task.titles}，{opened}")
    return (clause,) if clause else ()


def _opened(sentence: Words) -> Words:
    """Return a sentence without its 。, ready to go on."""
    *rest, last = sentence
    return (*rest, own(last.text[:-1])) if last.text.endswith("。") and last.kind == "template" else sentence
