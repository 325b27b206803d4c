"""The pages of the first screen: a list to choose from, and a form to fill in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of a list."""

    name: str
    chosen: Callable[[], None]
    told: tuple[str, ...] = ()  # what stands behind the name, column by column
    group: str = ""  # the heading it stands under
    beside: tuple[str, ...] = ()  # what is told of it where there is room beside the list


@dataclass(slots=True)
class Listing:
    """A list; with `asks`, what is typed narrows it down."""

    title: str
    choices: Callable[[str], Sequence[Choice]]
    columns: tuple[int, ...] = ()  # widths of what stands behind the names
    asks: str = ""  # what may be typed: 查找
    row: int = 0
    typed: str = ""

    @property
    def shown(self) -> Sequence[Choice]:
        """Return what there is to choose from now."""
        return self.choices(self.typed)

    def move(self, steps: int) -> None:
        """Choose another line; behind the last one comes the first."""
        size = len(self.shown)
        self.row = (self.row + steps) % size if size else 0


@dataclass(slots=True)
class Blank:
    """A line of a form."""

    label: str
    value: str = ""
    hint: str = ""  # what to type, shown behind the line
    options: Sequence[str] = ()  # values it may take in turn
    typed: bool = True  # whether anything may be typed, or only the options are to be had


@dataclass(slots=True)
class Form:
    """A few blanks, and behind the last one what is done with them."""

    title: str
    blanks: Sequence[Blank]
    done: str  # what the last line says
    hand_in: Callable[[Mapping[str, str]], None]
    told: tuple[str, ...] = ()  # what is said above the blanks
    settle: Callable[[Form], None] = field(default=lambda _: None)  # fills in what follows from what was typed
    row: int = 0

    @property
    def here(self) -> Blank | None:
        """Return the blank under the cursor, None on the last line."""
        return self.blanks[self.row] if self.row < len(self.blanks) else None

    def blank(self, label: str) -> Blank:
        """Return a blank by its label."""
        return next(blank for blank in self.blanks if blank.label == label)

    @property
    def values(self) -> Mapping[str, str]:
        """Return what the blanks hold, by their labels."""
        return {blank.label: blank.value.strip() for blank in self.blanks}

    def move(self, steps: int) -> None:
        """Go to another line; there is none behind the last one."""
        self.row = max(0, min(self.row + steps, len(self.blanks)))

    def turn(self, steps: int) -> None:
        """Put the next of its options into the blank under the cursor."""
        blank = self.here
        if blank and blank.options:
            at = blank.options.index(blank.value) + steps if blank.value in blank.options else 0
            blank.value = blank.options[at % len(blank.options)]


Page = Listing | Form
