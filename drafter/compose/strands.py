"""Strands of a point: what speaks of one matter stands together, deeds beside the figures they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.compose.deeds import deed_sentences, is_long
from drafter.compose.facts import Figure
from drafter.compose.figure_sets import is_plain
from drafter.compose.figures import promise, report, run_on
from drafter.compose.kinship import Kinship
from drafter.compose.matters import Matter
from drafter.compose.prose import Words, opened, text_of
from drafter.compose.sayings import is_holding, pleases
from drafter.compose.stock import Stock
from drafter.compose.verbs import is_doing, settles

IN_ONE = 56  # characters: a sentence of figures and one of deeds so short together are one
IN_ONE_AIM = 90  # the same in the plan, where the aim ends the sentence: …，力争…


@dataclass(frozen=True, slots=True)
class Strand:
    """Figures and deeds that are told together."""

    matter: Matter | None  # that all speak of, without a name where it is a topic; None for a gathering of single ones
    figures: tuple[Figure, ...]
    deeds: tuple[Words, ...]

    @property
    def is_close(self) -> bool:
        """Tell whether all of it is of one matter."""
        return bool(self.matter and self.matter.name)

    def __len__(self) -> int:
        return len(self.figures) + len(self.deeds)


def strands(topic: str, figures: Sequence[Figure], deeds: Sequence[Words], stock: Stock) -> list[Strand]:
    """Sort the figures and deeds of a point by their matters, in the order in which these first come up.

    A matter with a single figure or deed makes no strand: those left over stand together, deeds of one build in a row.
    """
    items: list[Figure | Words] = [*figures, *deeds]
    keys = _keys(items, Kinship(topic, stock))
    found = []
    for key in dict.fromkeys(keys):
        those = [item for item, its in zip(items, keys, strict=True) if its == key]
        of_figures = tuple(item for item in those if isinstance(item, Figure))
        of_deeds = [item for item in those if not isinstance(item, Figure)]
        found.append(Strand(key, of_figures, _by_build(of_deeds)))
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


def _keys(items: Sequence[Figure | Words], kinship: Kinship) -> list[Matter | None]:
    """Return the matters that make strands, None for what is left over.

    What tells no matter of its own goes with what it shares a thing with; a figure of nothing, such as 化解率, with the
    one before it.
    """
    texts = [item.indicator if isinstance(item, Figure) else text_of(item) for item in items]
    matters: list[Matter | None] = []
    for number, text in enumerate(texts):
        follows = bool(number) and isinstance(items[number], Figure) and kinship.is_bare(text)
        matters.append(matters[-1] if follows else kinship.key(text))
    for number, its_own in enumerate(matters):
        if its_own is None:
            kin = (its for its, text in zip(matters, texts, strict=True) if its and kinship.share(text, texts[number]))
            matters[number] = next(kin, None)
    counts = Counter(matter[:2] for matter in matters if matter)
    firsts = {matter[:2]: matter for matter in reversed(matters) if matter}
    return [firsts[matter[:2]] if matter and counts[matter[:2]] > 1 else None for matter in matters]


def _by_build(deeds: Sequence[Words]) -> tuple[Words, ...]:
    """Return deeds, first those that say what was done, then what has become of something; none that settles one is
    torn from it.
    """
    texts = [text_of(words) for words in deeds]
    if any(map(settles, texts)):
        return tuple(deeds)
    return tuple(sorted(deeds, key=lambda words: not is_doing(text_of(words))))


# --- sentences -------------------------------------------------------------------------------------------------------


def told(strand: Strand, kinship: Kinship, *, planned: bool, deeds_first: bool, begins: bool) -> list[Words]:
    """Return the sentences of a strand; a short one of figures and a short one of deeds on its matter make one.

    Where it `begins` a point, its figures may begin with the time that is reported on.
    """
    stock = kinship.stock
    deeds = list(deed_sentences(strand.deeds, alike=strand.is_close))
    if planned:
        figures = list(promise(strand.figures, stock.choice, beside="".join(map(text_of, deeds))))
    else:
        opens = begins and not (deeds_first and deeds)
        figures = list(report(strand.figures, stock, opens=opens, kinship=None if strand.is_close else kinship))
    if not figures or not deeds:
        return figures or deeds
    first, then = (deeds, figures) if deeds_first else (figures, deeds)
    if _in_one_breath(strand, first[-1], then[0], kinship, planned=planned, deeds_first=deeds_first):
        return [*first[:-1], run_on(opened(first[-1]), then[0]), *then[1:]]
    return [*first, *then]


def _in_one_breath(
    strand: Strand, one: Words, other: Words, kinship: Kinship, *, planned: bool, deeds_first: bool
) -> bool:
    """Tell whether a sentence of figures and one of deeds may be one.

    No deed follows what is only to be reached, nor a figure of which more is told than its value; no figure follows a
    deed with a comma of its own.
    """
    texts = text_of(one), text_of(other)
    both = "".join(texts)
    if "；" in both or len(both) > (IN_ONE_AIM if planned else IN_ONE) or both.count("。") != len(texts):
        return False
    if planned:
        return deeds_first and (bool(strand.matter) or kinship.same_topic(*texts))
    plain = not is_long(strand.deeds[-1]) if deeds_first else is_plain(strand.figures[-1])
    kin = strand.is_close or kinship.meet(*texts) or kinship.parallel(*texts)
    return kin and plain and all(map(pleases, strand.figures))


def begins_with_figures(strand: Strand) -> bool:
    """Tell whether the figures of a strand must come first: its deeds tell what came of them (办结396件), or the first
    tells what there is (共有长者食堂6家), not what was done.
    """
    both = bool(strand.figures and strand.deeds)
    return both and (settles(text_of(strand.deeds[0])) or is_holding(strand.figures[0]))


def last_words(strand: Strand, *, deeds_first: bool) -> str:
    """Return what the strand ends with."""
    if strand.figures and (deeds_first or not strand.deeds):
        return strand.figures[-1].indicator
    return text_of(strand.deeds[-1])
