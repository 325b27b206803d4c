"""Strands of a point: what speaks of one matter stands together, deeds beside the figures they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.compose.deeds import deed_sentences
from drafter.compose.facts import Figure
from drafter.compose.figures import promise, report
from drafter.compose.matters import Matter
from drafter.compose.prose import Words, joined, opened, text_of
from drafter.compose.sayings import pleases
from drafter.compose.stock import Stock
from drafter.compose.verbs import is_doing, settles

IN_ONE = 56  # characters: a sentence of figures and one of deeds so short together are one
IN_ONE_AIM = 90  # the same in the plan, where the aim ends the sentence: …，力争…


@dataclass(frozen=True, slots=True)
class Strand:
    """Figures and deeds that are told together."""

    matter: Matter | None  # that all of them speak of; None for a gathering of single ones
    figures: tuple[Figure, ...]
    deeds: tuple[Words, ...]

    def __len__(self) -> int:
        return len(self.figures) + len(self.deeds)


def strands(topic: str, figures: Sequence[Figure], deeds: Sequence[Words], stock: Stock) -> list[Strand]:
    """Sort the figures and deeds of a point by their matters, in the order in which these first come up.

    A matter with a single figure or deed makes no strand: those left over stand together.
    """
    items: list[Figure | Words] = [*figures, *deeds]
    keys = _keys(items, _matters_of(items, topic, stock))
    found = []
    for key in dict.fromkeys(keys):
        those = [item for item, its in zip(items, keys, strict=True) if its == key]
        of_figures = tuple(item for item in those if isinstance(item, Figure))
        found.append(Strand(key, of_figures, tuple(item for item in those if not isinstance(item, Figure))))
    return found


def opened_by(wanted: str, found: Sequence[Strand], topic: str, stock: Stock) -> list[Strand]:
    """Return strands, first the one that speaks of what is `wanted` at the opening: 河长制 goes with water."""
    name = stock.matter(wanted, topic).name
    return sorted(found, key=lambda strand: not (name and strand.matter and strand.matter.name == name))


def share_on(strand: Strand, topic: str, above: str, stock: Stock) -> float:
    """Return the share of a strand's figures and deeds that are of `topic` in a point of the topic `above`, 0–1."""
    texts = [figure.indicator for figure in strand.figures] + [text_of(deed) for deed in strand.deeds]
    matters = [stock.matter(text, above) for text in texts]
    return sum(matter.topic == topic and matter.sure for matter in matters) / len(matters)


def _matters_of(items: Sequence[Figure | Words], topic: str, stock: Stock) -> list[Matter]:
    """Return what each item is about; one that names nothing of the topic, such as 化解率, goes with the one before."""
    found: list[Matter] = []
    for number, item in enumerate(items):
        matter = stock.matter(item.indicator if isinstance(item, Figure) else text_of(item), topic)
        follows = _follows(items, number) and not matter.name and matter.topic == topic
        found.append(found[-1] if follows else matter)
    return found


def _keys(items: Sequence[Figure | Words], matters: Sequence[Matter]) -> list[Matter | None]:
    """Return the matters that make strands; a single thing left over goes with its neighbour of the same sort."""
    counts = Counter(matter[:2] for matter in matters)
    firsts = {matter[:2]: matter for matter in reversed(matters)}
    keys = [firsts[matter[:2]] if counts[matter[:2]] > 1 else None for matter in matters]
    if keys.count(None) == 1 < len(keys):
        at = keys.index(None)
        beside = [at - 1] if _follows(items, at) else [at + 1] if _follows(items, at + 1) else []
        keys[at] = keys[beside[0]] if beside else None
    return keys


def _follows(items: Sequence[Figure | Words], number: int) -> bool:
    """Tell whether an item stands behind another of its sort."""
    return 0 < number < len(items) and isinstance(items[number], Figure) == isinstance(items[number - 1], Figure)


# --- sentences -------------------------------------------------------------------------------------------------------


def told(strand: Strand, stock: Stock, *, planned: bool, deeds_first: bool, alone: bool, begins: bool) -> list[Words]:
    """Return the sentences of a strand; a short one of figures and a short one of deeds on its matter make one.

    Where it `begins` a point, its figures may begin with the time that is reported on.
    """
    deeds = list(deed_sentences(strand.deeds))
    if planned:
        figures = list(promise(strand.figures, stock.choice, beside="".join(map(text_of, deeds))))
    else:
        figures = list(report(strand.figures, stock, opens=begins and not (deeds_first and deeds)))
    if not figures or not deeds:
        return figures or deeds
    first, then = (deeds, figures) if deeds_first or planned else (figures, deeds)
    alike = all(is_doing(text_of(sentence)) for sentence in (first[-1], then[0]))
    one_breath = (strand.matter or alone or alike) and all(map(pleases, strand.figures))
    if one_breath and _go_together(first[-1], then[0], planned=planned):
        return [*first[:-1], joined([opened(first[-1]), then[0]]), *then[1:]]
    return [*first, *then]


def _go_together(one: Words, other: Words, *, planned: bool) -> bool:
    both = text_of(one) + text_of(other)
    return "；" not in both and len(both) <= (IN_ONE_AIM if planned else IN_ONE) and both.count("。") == 2


def settles_figures(strand: Strand) -> bool:
    """Tell whether the deeds of a strand tell what came of its figures: 收集意见426条，办结396件."""
    return bool(strand.figures and strand.deeds) and settles(text_of(strand.deeds[0]))


def first_words(strand: Strand, *, deeds_first: bool) -> str:
    """Return what the strand begins with: an indicator, or a deed up to its first comma."""
    if strand.deeds and (deeds_first or not strand.figures):
        return text_of(strand.deeds[0]).partition("，")[0]
    return strand.figures[0].indicator


def last_words(strand: Strand, *, deeds_first: bool) -> str:
    """Return what the strand ends with."""
    if strand.figures and (deeds_first or not strand.deeds):
        return strand.figures[-1].indicator
    return text_of(strand.deeds[-1])
