"""What a past report says, as an outline takes it: its figures blanked, its other sentences as they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.text.sentences import sentences

Fact = Mapping[str, str]  # 指标, 数值, 单位 … -> what an outline has there


def told(texts: Sequence[str], *, planned: bool = False) -> tuple[list[Fact], list[str]]:
    """Return the figures of some paragraphs, blanked, and the sentences to be read beside them."""
    return [], sentences_in(texts)


def sentences_in(texts: Sequence[str]) -> list[str]:
    """Return the sentences of some paragraphs."""
    return [span.of(text) for text in texts for span in sentences(text)]
