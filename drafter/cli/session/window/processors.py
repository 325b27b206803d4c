"""What is typed, shown steady: without the signs that terminals do not agree on."""

from __future__ import annotations

from itertools import accumulate

from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments

from drafter.cli.session.window.lines import steady


class Steady(Processor):
    """Leaves such signs out of what is shown; in the text they stay."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return a line as it is shown, and the way from its places to those of the text and back."""
        given = transformation_input.fragments
        if all(part[1].isascii() or steady(part[1]) == part[1] for part in given):
            return Transformation(given)
        signs = [(style, steady(sign)) for style, sign, *_ in explode_text_fragments(given)]
        shown = [0, *accumulate(len(sign) for _, sign in signs)]  # place in the text -> place on the screen
        places = [at for at, (_, sign) in enumerate(signs) if sign]
        return Transformation(
            [(style, sign) for style, sign in signs if sign],
            source_to_display=lambda at: shown[min(at, len(signs))] + max(0, at - len(signs)),
            display_to_source=lambda at: places[at] if at < len(places) else len(signs) + at - len(places),
        )
