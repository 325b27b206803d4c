"""Weave the fixed formulations a writer wants into clauses: 四个不摘 becomes 严格落实“四个不摘”要求."""

from __future__ import annotations

import re
from functools import cache

from drafter.compose.prose import Words, authored, bare_item, merged, own
from drafter.compose.tables import rows, several

_FALLBACK = "坚持“甲”"  # a slogan of parallel members: 坚持“产业兴旺、生态宜居”
_REF = "表述句式"


def woven(formulation: str, ref: str, said: str = "") -> Words:
    """Return the clause that holds `formulation` word for word, with the verb and the quotation marks it takes.

    Of several verbs the first that does not stand in `said` already.
    """
    text = bare_item(formulation)
    frames = [frame.split("甲") for frame in _frames_of(re.sub("[“”]", "", text))]
    before, after = next((frame for frame in frames if frame[0].strip("“") not in said), frames[0])
    if "“" in text:  # the writer's own quotation marks stand
        before, after = before.removesuffix("“"), after.removeprefix("”")
    pieces = (own(before, _REF), authored(text, ref), own(after, _REF))
    return merged(piece for piece in pieces if piece.text)


def has_frame(formulation: str) -> bool:
    """Tell whether the table knows how to say a formulation; any other is merely quoted."""
    return _frames_of(re.sub("[“”]", "", formulation)) != (_FALLBACK,)


def _frames_of(text: str) -> tuple[str, ...]:
    return next((frames for words, frames in _frames() if words.search(text)), (_FALLBACK,))


@cache
def _frames() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(words), several(frames)) for words, frames in rows("weaves.tsv"))
