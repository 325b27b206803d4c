"""Weave the fixed formulations a writer wants into clauses: 四个不摘 becomes 严格落实“四个不摘”要求."""

from __future__ import annotations

import re
from functools import cache

from drafter.compose.prose import Words, authored, bare_item, merged, own
from drafter.compose.tables import rows

_FALLBACK = "坚持“甲”"  # a slogan of parallel members: 坚持“产业兴旺、生态宜居”
_REF = "表述句式"


def woven(formulation: str, ref: str) -> Words:
    """Return the clause that holds `formulation` word for word, with the verb and the quotation marks it takes."""
    text = bare_item(formulation)
    before, after = _frame(text.strip("“”")).split("甲")
    if "“" in text:  # the writer's own quotation marks stand
        before, after = before.removesuffix("“"), after.removeprefix("”")
    pieces = (own(before, _REF), authored(text, ref), own(after, _REF))
    return merged(piece for piece in pieces if piece.text)


def _frame(text: str) -> str:
    return next((frame for words, frame in _frames() if words.search(text)), _FALLBACK)


@cache
def _frames() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(words), frame) for words, frame in rows("weaves.tsv"))
