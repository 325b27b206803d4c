"""Make the table of words that may stand for each other (data/near_synonyms.npz) from a folder of reports.

Words are near that keep the same company: rows of positive pointwise mutual information between a word and those
within a few words of it, weighted down by distance, brought to fewer dimensions by singular value decomposition (Levy,
Goldberg and Dagan 2015). A word is placed between its own row and the rows of its characters, which tell of rare ones.

python -m drafter.app.near_synonyms FOLDER [TABLE]
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from drafter.app.corpus import report_files
from drafter.config import data, replacing
from drafter.ingest.reader import read
from drafter.model import NormText
from drafter.text import near_synonyms, words
from drafter.text.masking import WORD_LENGTHS, gram_hashes, mask

LEAST = 3  # times that a word must stand in the reports
CONTEXTS = 3000  # commonest words, whose company tells words apart
REACH = 6  # words to either side
SMOOTHING = 0.75  # power of the contexts' frequencies: rare company would count too much
DIMENSIONS = 100
OWN = 0.6  # part of a word's own row in its place; the rest is that of its characters
NEAREST = 15  # near-synonyms of a word …
LEAST_NEAR = 0.55  # … and how near at least
LISTED_NEAR = 0.75  # nearness of two words on one line of synonyms.txt

Rows = npt.NDArray[np.float32]

_HAN = re.compile("[\u4e00-\u9fffa-wyz]+")  # no X, which stands for a scrubbed figure
_END = re.compile("[。！？；\n]")


def main(folder: Path, target: Path) -> None:
    """Read the reports below `folder`, write the table, and say what it holds."""
    texts = [each.text for path in report_files([folder]) for each in read(path, path.name)]
    near = _by_company([sentence for text in texts for sentence in _sentences(text)])
    for one, other in _listed(data("synonyms.txt").read_text(encoding="utf-8").splitlines()):
        near[one][other] = max(near[one].get(other, 0.0), LISTED_NEAR)
    table = _table(near)
    with replacing(target) as temporary:
        near_synonyms.write(table, temporary)
    size = target.stat().st_size
    print(f"{len(texts)} reports: {len(table.words)} words, {len(table.others)} near-synonyms, {size} bytes")


def _sentences(text: str) -> Iterator[list[str]]:
    for sentence in _END.split(text.lower()):  # as masked characters are
        yield [word for word in words.cut(sentence) if _HAN.fullmatch(word)]


def _by_company(sentences: Sequence[Sequence[str]]) -> defaultdict[str, dict[str, float]]:
    """Return for each word those that keep the same company, with how near."""
    counts = Counter(word for sentence in sentences for word in sentence)
    vocabulary = [word for word, count in counts.most_common() if count >= LEAST]
    characters = sorted({character for word in counts for character in word})
    rows = _reduced(_company(sentences, vocabulary, characters), len(vocabulary))
    number = {character: len(vocabulary) + at for at, character in enumerate(characters)}
    ours = [at for at, word in enumerate(vocabulary) if len(word) in WORD_LENGTHS]
    spelt = np.array([rows[[number[each] for each in vocabulary[at]]].mean(axis=0) for at in ours])
    return _nearest([vocabulary[at] for at in ours], _unit(OWN * rows[ours] + (1 - OWN) * _unit(spelt)))


def _company(sentences: Iterable[Sequence[str]], vocabulary: Sequence[str], characters: Sequence[str]) -> Rows:
    """Count for each word and each character how much it stands near each of the commonest words."""
    apart = [""] * REACH
    line = [word for sentence in sentences for word in (*sentence, *apart)]
    context_of = {word: at for at, word in enumerate(vocabulary[:CONTEXTS])}
    word_of = {word: at for at, word in enumerate(vocabulary)}
    character_of = {character: len(vocabulary) + at for at, character in enumerate(characters)}
    contexts = np.array([context_of.get(word, -1) for word in line])
    longest = max(WORD_LENGTHS)
    spelt = np.array([([character_of[each] for each in word] + [-1] * longest)[:longest] for word in line])
    counts = np.zeros((len(vocabulary) + len(characters), len(context_of)), np.float32)
    for rows in (np.array([word_of.get(word, -1) for word in line]), *spelt.T):
        for distance in range(1, REACH + 1):
            for row, context in ((rows[distance:], contexts[:-distance]), (rows[:-distance], contexts[distance:])):
                known = (row >= 0) & (context >= 0)
                pairs, times = np.unique(row[known] * len(context_of) + context[known], return_counts=True)
                counts.ravel()[pairs] += times / np.sqrt(distance)
    return counts


def _reduced(counts: Rows, words_in_all: int) -> Rows:
    """Return unit rows of fewer dimensions; the first `words_in_all` rows, those of words, set the dimensions."""
    usual = counts[:words_in_all].sum(axis=0) ** SMOOTHING
    expected = np.maximum(counts.sum(axis=1, keepdims=True), 1e-9) * (usual / usual.sum())
    information = np.log(np.maximum(counts / expected, 1.0))
    strengths, axes = np.linalg.eigh(information[:words_in_all].T @ information[:words_in_all])
    main_axes = axes[:, -DIMENSIONS:] / strengths[-DIMENSIONS:] ** 0.25
    return _unit(information @ main_axes)


def _unit(rows: Rows) -> Rows:
    unit: Rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit


def _nearest(vocabulary: Sequence[str], rows: Rows) -> defaultdict[str, dict[str, float]]:
    near: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for at, word in enumerate(vocabulary):
        nearness = rows @ rows[at]
        nearness[at] = 0.0
        for other in np.argpartition(-nearness, NEAREST)[:NEAREST].tolist():
            if nearness[other] >= LEAST_NEAR:
                near[word][vocabulary[other]] = min(float(nearness[other]), 1.0)
    return near


def _listed(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words on one line."""
    for line in lines:
        group = (
            []
            if line.startswith("#")
            else [word for word in line.lower().split() if len(word) in WORD_LENGTHS and _HAN.fullmatch(word)]
        )
        yield from ((one, other) for one in group for other in group if one != other)


def _table(near: Mapping[str, Mapping[str, float]]) -> near_synonyms.NearSynonyms:
    hashes = {word: _hash(word) for word in near}
    ordered = sorted(hashes, key=hashes.__getitem__)
    number = {word: at for at, word in enumerate(ordered)}
    rows = [sorted(near[word].items(), key=lambda item: (-item[1], item[0])) for word in ordered]
    return near_synonyms.NearSynonyms(
        words=np.array([hashes[word] for word in ordered], np.uint64),
        bounds=np.cumsum([0, *map(len, rows)], dtype=np.int32),
        others=np.array([number[other] for row in rows for other, _ in row], np.uint16),
        nearness=np.array([round(100 * nearness) for row in rows for _, nearness in row], np.uint8),
    )


def _hash(word: str) -> int:
    return int(gram_hashes(mask(NormText(word)).codes, len(word))[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else data("near_synonyms.npz"))
