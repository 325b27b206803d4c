"""What a past report says, as an outline takes it: its figures blanked, its other words to be read beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from drafter.compose.outline_fields import FIGURES
from drafter.model import FACT_COLUMNS, Span
from drafter.text.deeds import deeds
from drafter.text.gaps import blank
from drafter.text.quantities import figures
from drafter.text.sentences import sentences
from drafter.text.statements import Statement, statements
from drafter.text.typed import parted

Fact = Mapping[str, str]  # 指标, 数值, 单位 … -> what an outline has there
_COLUMNS = {name: column for column, name in FACT_COLUMNS.items()}
LONGEST_VAGUE = 3  # characters of an indicator that needs its sentence beside it: 投资, 总投资, 改造
_AMOUNTS = frozenset(("value", "previous", "target"))
_HOTLINE = re.compile(r"12\d{3}(?=热线|平台|政务|工单|$)")


def told(texts: Sequence[str], *, planned: bool = False) -> tuple[list[Fact], list[str]]:
    """Return the figures of some paragraphs, blanked, and what else they say, sentence by sentence.

    Of a sentence whose every figure is blanked only the deeds are said again, where its indicators speak for
    themselves; in a plan a figure is a target.
    """
    read = [(sentence, _stated(sentence)) for sentence in sentences_in(texts)]
    named = Counter((each.indicator, each.unit) for _, stated in read for each in stated)
    vague = {key for key, count in named.items() if count > 1 or len(key[0]) <= LONGEST_VAGUE}
    said: list[str] = []
    for sentence, stated in read:
        is_clear = stated and not vague & {(each.indicator, each.unit) for each in stated}
        whole = not is_clear or not _all_taken(sentence, stated)
        said += [sentence] if whole else [span.of(sentence) for span in deeds(sentence, stated)]
    return [_blanked(each, planned=planned) for _, stated in read for each in stated], said


def _stated(sentence: str) -> list[Statement]:
    return [each for each in statements(sentence) if not _holds_figure(each.indicator)]


def sentences_in(texts: Sequence[str]) -> list[str]:
    """Return the sentences of some paragraphs."""
    return [span.of(text) for text in texts for span in sentences(text)]


def _holds_figure(indicator: str) -> bool:
    """Tell whether a year or figure of the old report would stay in the name of one: 2022年度高标准农田."""
    return bool(re.search(r"\d|XX", _HOTLINE.sub("", indicator)))


def _all_taken(sentence: str, stated: Sequence[Statement]) -> bool:
    taken = list(chain.from_iterable(_spans(each) for each in stated))
    return all(any(figure.span.overlap(span) for span in taken) for figure in figures(sentence))


def _spans(statement: Statement) -> Iterator[Span]:
    yield from (span for _, span in statement.spans)


def _blanked(statement: Statement, *, planned: bool) -> Fact:
    """Return a statement as a fact of an outline, every figure a blank that tells the old one."""
    old = {name: text for name in FIGURES if (text := getattr(statement, name))}
    unit = statement.unit
    if unit and (scaled := _scaled_unit(old, unit)):
        old |= {name: parted(old[name], unit)[0] for name in _AMOUNTS & old.keys()}
        unit = scaled
    if planned and "value" in old and "target" not in old:
        old = {"target": old.pop("value"), **old}
    (main, *others) = ((_COLUMNS[name], blank(text)) for name, text in old.items())
    told_unit = [("单位", unit)] if unit else []
    return dict([("指标", statement.indicator), main, *told_unit, *others])


def _scaled_unit(old: Mapping[str, str], unit: str) -> str:
    """Return the unit with the 万 or 亿 that all amounts have, as tables give it; "" when they do not agree."""
    units = {parted(old[name], unit)[1] for name in _AMOUNTS & old.keys()}
    return units.pop() if len(units) == 1 else ""
