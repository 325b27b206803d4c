"""What must not survive cleaning in the samples, found by detectors that share nothing with the steps that clean."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median

import opencc
import pytest

from drafter.ingest.reader import read

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted(CORPUS.glob("*.txt"))
TRADITIONAL = "桂竹帽镇"  # written in traditional characters with their pinyin

LEAST_CHARACTERS = 0.99  # of its characters, repetitions counted, that other reports hold, too; measured 0.995
LEAST_BIGRAMS = 0.77  # of its pairs of characters; measured 0.783


@pytest.fixture(scope="module")
def cleaned() -> Mapping[str, str]:
    """Return the cleaned text of every report by its path."""
    return {document.source.path: document.text for path in FILES for document in read(path, path.stem)}


def readings(text: str) -> Iterator[str]:
    """Yield the bracketed stretches that hold nothing but small Latin letters, toned or not, behind a Chinese one."""
    for at, mark in enumerate(text):
        if mark in "(（" and at and unicodedata.name(text[at - 1], "").startswith("CJK UNIFIED"):
            inside = "".join(text[at + 1 : at + 9].partition(")")[0].partition("）")[0])
            letters = [unicodedata.normalize("NFD", letter)[0] for letter in inside]
            if letters and all("LATIN SMALL" in unicodedata.name(letter, "") for letter in letters):
                yield text[at - 1 : at + len(inside) + 2]


def markers(text: str) -> Iterator[str]:
    """Yield marks of paywalls and footnotes."""
    yield from (word for word in ("##", "paidbegin", "paidend") if word in text)
    for at, mark in enumerate(text[:-1]):
        if mark in "【[" and text[at + 1].isdigit():
            yield text[at : at + 6]


def adverts(text: str) -> Iterator[str]:
    """Yield the lines that sell something."""
    words = ("素材库", "代笔", "润笔", "网盘", "会员群", "svip", "公众号：", "接单", "假冒", "每天更新")
    yield from (line for line in text.split("\n") if any(word in line for word in words))


def contents(text: str) -> Iterator[str]:
    """Yield the lines of a table of contents: a title and a page behind a tab or dots."""
    for line in text.split("\n"):
        title = line.rstrip("0123456789")
        if title.strip() in {"目录", "目 录"} or (title != line and title[-1:] in {"\t", ".", "…", "·"}):
            yield line


DETECTORS: Mapping[str, tuple[Callable[[str], Iterator[str]], int]] = {
    "readings": (readings, 300),
    "markers": (markers, 5),
    "adverts": (adverts, 4),
    "contents": (contents, 10),
}
"""Each with how many it finds in the raw samples at least: a detector that finds none proves nothing."""


@pytest.mark.parametrize("name", DETECTORS)
def test_the_detector_finds_them_in_the_raw_files(name: str) -> None:
    detect, least = DETECTORS[name]
    raw = [path.read_text(encoding="utf-8") for path in FILES]
    assert sum(len(list(detect(text))) for text in raw) >= least


@pytest.mark.parametrize("name", DETECTORS)
def test_none_survives_cleaning(name: str, cleaned: Mapping[str, str]) -> None:
    detect, _ = DETECTORS[name]
    assert {path: list(detect(text)) for path, text in cleaned.items() if list(detect(text))} == {}


def test_no_traditional_character_is_left_in_the_report_converted(cleaned: Mapping[str, str]) -> None:
    (text,) = (text for path, text in cleaned.items() if path.startswith(TRADITIONAL))
    simplified = opencc.OpenCC("t2s").convert(text)
    assert [pair for pair in zip(text, simplified, strict=True) if len(set(pair)) > 1] == []


@pytest.mark.parametrize(("length", "least"), [(1, LEAST_CHARACTERS), (2, LEAST_BIGRAMS)])
def test_it_reads_like_the_others(cleaned: Mapping[str, str], length: int, least: float) -> None:
    shares = {path: _known(cleaned, path, length) for path in cleaned}
    (own,) = (share for path, share in shares.items() if path.startswith(TRADITIONAL))
    others = median(share for path, share in shares.items() if not path.startswith(TRADITIONAL))
    assert own >= max(least, others)


def _known(texts: Mapping[str, str], path: str, length: int) -> float:
    """Return the share of a report's n-grams, repetitions counted, that stand in another report, too."""
    known = {gram for other, text in texts.items() if other != path for gram in _grams(text, length)}
    own = list(_grams(texts[path], length))
    return sum(gram in known for gram in own) / len(own)


def _grams(text: str, length: int) -> Iterator[str]:
    return (text[at : at + length] for at in range(len(text) - length + 1))
