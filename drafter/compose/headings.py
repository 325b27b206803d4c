"""Headings and leads that the outline leaves out: of the topic, and parallel to those that are given.

`data/headings.tsv` holds what is said where the library has nothing that fits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from drafter.compose.fitting import names_nothing_new, subject_is_known
from drafter.compose.prose import bare_item
from drafter.compose.stock import ECHO, Stock, shares_run
from drafter.config import several, table
from drafter.model import Heading, Piece

# shapes where the outline gives no heading to go by; in the plan two equal halves: 夯实农业根基，促进农业增效
USUAL_HEADING, USUAL_AIM, USUAL_LEAD, USUAL_TASK = "6，8", "6，6", "8", "6"
NO_TOPIC = "其他"
_JOINTS = re.compile("([，、：；]|——)")
ADVERBS = ("着力", "全力", "持续")  # go before any verb of the table
_FIRST_VERBS = re.compile(
    "抓|做|促|改进|防范|化解|严格|规范|畅通|拓宽|压实|引导|鼓励|弘扬|激发|释放|用好|扛牢|织密|建强|强化|加强|加快|推进|推动|坚持|聚焦|深化|优化|夯实|完善|提升|提高|稳定|发展|培育|壮大|巩固|保障|改善|守牢|守住|兜牢|扩大|实施"
    "|落实|健全|构建|建设|打造|维护|整治|开展|增强|增进|办好|狠抓|突出|着力|全力|全面|持续|不断|深入|扎实|大力|统筹|创新|筑牢|服务"
)


class Own(NamedTuple):
    """The table's words for one topic."""

    review_first: str  # 夯实农业基础
    review_then: str  # 粮食生产稳定向好
    plan_first: str  # 夯实农业根基
    plan_then: str  # 促进农业增效
    leads: tuple[str, ...]  # 农业生产稳步推进, or with what the point must speak of: 养老服务提质增效@养老/敬老
    tasks: tuple[str, ...]  # 稳定粮食生产@粮/稻


@dataclass(frozen=True, slots=True)
class Wanted:
    """A heading or lead of the outline: given, or to be suggested for a topic."""

    given: str | None
    topic: str
    about: str  # what stands under it
    ref: str  # outline path
    fell: bool = False  # a figure under it is bad news: it says what was done, not that things went well


def shape(text: str) -> str:
    """Return the lengths of the parts of a heading with the marks between them, as Heading.pattern has it: 8，8."""
    parts = _JOINTS.split(bare_item(text))
    return "".join(part if _JOINTS.fullmatch(part) else str(len(part)) for part in parts if part)


def headings(wanted: Sequence[Wanted], stock: Stock, *, planned: bool) -> list[Piece]:
    """Return the section headings of the review or the plan, suggested ones in the shape of those given."""
    target = common_shape(one.given for one in wanted if one.given) or (USUAL_AIM if planned else USUAL_HEADING)
    found = _library_set(wanted, target, stock, level=2, as_tasks=True)
    return [_given(one) or found.get(one.ref) or _own_heading(one, target, stock, planned=planned) for one in wanted]


def leads(wanted: Sequence[Wanted], stock: Stock, *, planned: bool) -> list[Piece]:
    """Return the leads of a section's points, suggested ones built like those given."""
    given = [one.given for one in wanted if one.given]
    as_tasks = sum(map(is_task, given)) * 2 > len(given) if given else planned or any(one.fell for one in wanted)
    target = common_shape(one.given for one in wanted if one.given) or (USUAL_TASK if as_tasks else USUAL_LEAD)
    found = _library_set(wanted, target, stock, level=0, as_tasks=as_tasks)
    return [
        _given(one) or found.get(one.ref) or _own_lead(one, target, stock, as_tasks=as_tasks or one.fell)
        for one in wanted
    ]


def is_task(text: str) -> bool:
    """Tell whether a heading begins with what is to be done (夯实农业基础), not with a thing (农业基础牢固)."""
    return bool(_FIRST_VERBS.match(text))


def _given(one: Wanted) -> Piece | None:
    return Piece(bare_item(one.given), "author", one.ref) if one.given else None


def common_shape(given: Iterable[str]) -> str:
    """Return the shape that most headings have, "" when there are none."""
    shapes = Counter(map(shape, given))
    return shapes.most_common(1)[0][0] if shapes else ""


# --- from the library ------------------------------------------------------------------------------------------------


def _library_set(
    wanted: Sequence[Wanted], target: str, stock: Stock, *, level: int, as_tasks: bool
) -> dict[str, Piece]:
    """Return library headings for all open places, or none: a set is parallel only when it has one hand."""
    found: dict[str, Piece] = {}
    groups: set[int] = set()
    taken = [one.given for one in wanted if one.given]
    for one in wanted:
        if one.given:
            continue
        fitting = (heading for heading in _alike(one, target, stock, level) if fits(heading, one, as_tasks=as_tasks))
        heading = next(
            (heading for heading in fitting if heading.group not in groups and not again(heading.text, taken)), None
        )
        if heading is None:
            return {}
        groups.add(heading.group)  # two that stood side by side in a source never come together
        taken.append(heading.text)
        found[one.ref] = Piece(heading.text, "library", "标题", heading.source)
    return {ref: stock.take(piece) for ref, piece in found.items()}


def again(text: str, taken: Sequence[str]) -> bool:
    """Tell whether a heading says again what one of those beside it says."""
    return any(shares_run(text, other, ECHO) for other in taken)


def _alike(one: Wanted, target: str, stock: Stock, level: int) -> Iterator[Heading]:
    """Yield headings of the topic and shape."""
    if stock.library and one.topic:
        for heading in stock.library.headings(level=level, topic=one.topic):
            alike = heading.pure and heading.topic == one.topic and heading.pattern == target
            if alike and stock.affords(heading.text):
                yield heading


def fits(heading: Heading, one: Wanted, *, as_tasks: bool) -> bool:
    """Tell whether a heading is built like the others and speaks of what stands under it."""
    known = f"{one.topic}，{one.about}"
    built_alike = is_task(heading.text) == (as_tasks or one.fell) and not _turns_round(heading.text, one.about)
    if "，" in heading.text:
        return built_alike and not one.fell and names_nothing_new(heading.text, known)
    return built_alike and subject_is_known(heading.text, known)


def _turns_round(heading: str, about: str) -> bool:
    """Tell whether a heading but turns round what one deed says: 主题教育扎实开展 over 扎实开展主题教育."""
    return any(set(heading) <= set(clause) for clause in about.split("，"))


# --- our own ---------------------------------------------------------------------------------------------------------


def _own_heading(one: Wanted, target: str, stock: Stock, *, planned: bool) -> Piece:
    adverb = stock.choice.other_than_last("adverb", ADVERBS)
    return _nearest(heading_builds(one, adverb, planned=planned), target, stock, "自拟标题")


def heading_builds(one: Wanted, adverb: str, *, planned: bool) -> list[str]:
    """Return the headings that our table gives, first those of the topic."""
    builds = _plan_builds if planned or one.fell else _review_builds
    return [text for topic in (one.topic, NO_TOPIC) for text in builds(_own(topic), adverb)]


def _review_builds(words: Own, adverb: str) -> list[str]:
    first, then = words.review_first, words.review_then
    return [f"{first}，{then}", f"{adverb}{first}，{then}", then, first]


def _plan_builds(words: Own, adverb: str) -> list[str]:
    first, then = words.plan_first, f"{adverb}{words.plan_then}"
    return [f"{first}，{then}", f"着力{first}，{then}", f"{first}，{words.plan_then}", first, f"着力{first}"]


def _own_lead(one: Wanted, target: str, stock: Stock, *, as_tasks: bool) -> Piece:
    adverb = stock.choice.other_than_last("adverb", ADVERBS)
    return _nearest(lead_builds(one, adverb, as_tasks=as_tasks), target, stock, "自拟小标题")


def lead_builds(one: Wanted, adverb: str, *, as_tasks: bool) -> list[str]:
    """Return the leads that our table gives: what names the matter of the point first, then what is of its topic."""
    options: list[str] = []
    for topic in (one.topic, NO_TOPIC):
        words = _own(topic)
        ready = [lead.partition("@") for lead in (words.tasks if as_tasks else words.leads)]
        named = [text for text, _, needs in ready if needs and _mostly_about(one.about, needs.replace("/", "|"))]
        options += named + [text for text, _, needs in ready if not needs]
    return options + [adverb + text for text in options if as_tasks]


def _mostly_about(text: str, words: str) -> bool:
    """Tell whether at least half of the clauses of `text` hold one of `words` (a regular expression)."""
    clauses = text.split("，")
    return sum(bool(re.search(words, clause)) for clause in clauses) * 2 >= len(clauses)


def _nearest(options: Sequence[str], target: str, stock: Stock, ref: str) -> Piece:
    """Return the first unused option whose shape is nearest to `target`; a used one only when all are used."""
    fresh = [text for text in options if stock.is_new(text)] or list(options)
    return stock.take(Piece(min(fresh, key=lambda text: distance(shape(text), target)), "template", ref))


def distance(one: str, other: str) -> int:
    """Return how far two shapes are apart: another number of parts weighs more than any length."""
    lengths, others = ([int(n) for n in re.findall(r"\d+", text)] for text in (one, other))
    apart = sum(abs(a - b) for a, b in zip(lengths, others, strict=False))
    return apart + 100 * abs(len(lengths) - len(others))


@cache
def _table() -> dict[str, Own]:
    return {
        topic: Own(review_first, review_then, plan_first, plan_then, several(its_leads), several(tasks))
        for topic, review_first, review_then, plan_first, plan_then, its_leads, tasks in table("headings.tsv")
    }


def _own(topic: str) -> Own:
    return _table().get(topic) or _table()[NO_TOPIC]
