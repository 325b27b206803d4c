"""What a stage may ask of the library without importing it: the Protocols where two stages meet."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

from drafter.model.document import Kind, Source
from drafter.model.library import Clause, Companion, Frame, Heading, IndexedText, Phrase
from drafter.model.sections import SectionText, Skeleton
from drafter.model.text import Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


Progress: TypeAlias = Callable[[str, float], None]
"""Is told the stage that begins, in Chinese, and the share of the whole work that is done, 0–1."""


class Library(Protocol):
    """What composing and the session may ask of a mined library."""

    def sources(self) -> Mapping[str, Source]:
        """Return the reports by their paths."""

    def phrases(self, query: str = "", *, topic: str = "", move: str = "", limit: int = 50) -> Sequence[Phrase]:
        """Return phrases by characters, pinyin initials or a mixture, best first."""

    def clauses(self, *, move: str, topic: str = "", limit: int = 200) -> Sequence[Clause]:
        """Return clauses that serve `move`, pure ones first, then the most widely used."""

    def companions(self, words: Sequence[str], *, topic: str) -> Sequence[Companion]:
        """Return common clauses on a topic that stand by one of `words` more than by chance, closest first."""

    def headings(self, *, level: int, topic: str = "", limit: int = 200) -> Sequence[Heading]:
        """Return headings of a level (0: leads), best first."""

    def frames(self, indicator: str, *, limit: int = 20, of_any: bool = True) -> Sequence[Frame]:
        """Return frames for figures of `indicator`, or of its head noun when there is none, or else of any."""

    def sections(
        self, query: str = "", *, topic: str = "", kind: Kind | None = None, chapter: str = "", limit: int = 20
    ) -> Sequence[SectionText]:
        """Return whole sections that hold every word of `query`, best first; points with a lead are small sections."""

    def skeleton(self, topic: str, *, kind: Kind | None = None, chapter: str = "review") -> Skeleton | None:
        """Return what sections on a topic usually hold; None when no report has any."""

    def moves(self, topic: str = "", *, kind: Kind | None = None, chapter: str = "review") -> Sequence[tuple[str, ...]]:
        """Return the moves of each paragraph on a topic in reports of a kind, in their order."""

    def paragraphs(self, text: str) -> Sequence[str]:
        """Return the paragraphs of reports in which `text` stands."""

    def fragments(self, length: int) -> Container[str]:
        """Return all runs of `length` characters in the corpus, marks left out: the composer's freshness test."""


class ReuseIndex(Protocol):
    """What the check sees of the corpus: character n-gram postings and the texts behind them."""

    def __len__(self) -> int:
        """Return the number of reports."""

    def postings(self, grams: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.int32], ...]:
        """Look up gram hashes; return parallel arrays (index into `grams`, report number, masked position)."""

    def gram_frequency(self, grams: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
        """Return in how many reports each gram occurs, and what share of the background's localities use it."""

    def word_postings(self, hashes: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.int32], ...]:
        """Look up words by the hashes of their masked characters, in the same way."""

    def word_frequency(self, hashes: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
        """Return the same of words."""

    def word_count(self, hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.int32]:
        """Return how many times each word stands in the reports."""

    @property
    def localities(self) -> npt.NDArray[np.int32]:
        """Return for each report the number of its locality; a report of no known locality has a number of its own."""

    @property
    def sizes(self) -> npt.NDArray[np.int32]:
        """Return how many masked characters each report has."""

    def names(self, text: str) -> Iterable[tuple[Span, tuple[int, ...]]]:
        """Yield where names that few localities have stand in a text, each with the reports that have it."""

    def report(self, number: int) -> IndexedText:
        """Return a report by its number."""
