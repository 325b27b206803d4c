"""Drafts with planted passages: what is copied from where is known exactly, so that a checker can be scored.

A held-out report gives the honest text; passages of other reports are spliced in between its sentences, half of
them cut in mid-sentence, at one of three strengths: `verbatim`; `light`, a tenth of the words and every figure and
place changed; `heavy`, clauses reordered as well and three words in ten changed.
"""

from __future__ import annotations

import logging
import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import jieba.posseg

from drafter.model import NormText, Span

jieba.setLogLevel(logging.ERROR)

LEVELS = ("verbatim", "light", "heavy")
WORDS_CHANGED = {"light": 0.10, "heavy": 0.30}  # share of the words of two to four characters
PLACES_CHANGED = 0.9
SYNONYM_FIRST = 0.8  # how often a word with a listed synonym takes it, and not any word of its kind

WANTED = (60, 100, 150, 250, 400)  # wanted characters of a passage
DRAFT_CHARS = 8_000
PLANTED_SHARE = 0.45

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?\n?")
_YEAR = re.compile(r"(?:19|20)\d\d(?![\d.])")
_WORD = re.compile(r"[\u4e00-\u9fff]{2,4}")
_PLACES = ("柳河", "石岗", "杨家坪", "南屏", "北塘", "新安", "桃源", "古城", "黄泥岭", "东湖")
_SYNONYM_PAIRS = """推进 推动 加强 强化 提升 提高 深入 扎实 全面 全力 积极 主动 开展 组织 落实 执行 完善 健全 打造 建设
持续 不断 加快 加速 确保 保证 切实 有效 促进 助推 实施 推行 实现 达到 聚焦 围绕 坚持 始终 着力 大力 发展 壮大 整治 治理
巩固 夯实 群众 百姓 全镇 全乡 我镇 我乡 今年 本年 显著 明显 优化 改善 严格 从严 服务 保障 重点 关键 严厉 坚决 引导 带动
累计 共计 先后 陆续"""
_WORDS = _SYNONYM_PAIRS.split()
SYNONYMS = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True)) | dict(zip(_WORDS[1::2], _WORDS[::2], strict=True))


@dataclass(frozen=True, slots=True)
class Plant:
    """A planted passage, in the draft and in its source; spans count in the two texts."""

    draft: Span
    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class PlantedDraft:
    """A draft, what is planted in it, and the reports it may be checked against (all but the held-out one)."""

    held: str
    text: NormText
    plants: tuple[Plant, ...]


class Rewriter:
    """Changes words, figures, places and the order of clauses; new words come from the reports themselves."""

    def __init__(self, texts: Sequence[str]) -> None:
        words: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for text in texts:
            for word, flag in _tagged(text):
                if _WORD.fullmatch(word):
                    words[flag, len(word)].add(word)
        self._words = {kind: sorted(found) for kind, found in words.items()}

    def rewrite(self, text: str, level: str, rng: random.Random) -> str:
        """Return `text` changed as strongly as `level` says."""
        if level == "verbatim":
            return text
        if level == "heavy":
            text = "".join(_reordered(match.group(), rng) for match in _SENTENCE.finditer(text))
        return self._reworded(text, WORDS_CHANGED[level], rng)

    def _reworded(self, text: str, share: float, rng: random.Random) -> str:
        words = (self._other(word, flag, share, rng) for word, flag in _tagged(text))
        return re.sub("XX|某", lambda _: rng.choice(_PLACES), "".join(words))

    def _other(self, word: str, flag: str, share: float, rng: random.Random) -> str:
        if word[0].isdigit():
            other = re.sub("[1-9]", lambda _: str(rng.randint(1, 9)), word)
            return word[:2] + other[2:] if _YEAR.match(word) else other  # no report has a year such as 4031
        if flag == "ns" and len(word) > 1 and rng.random() < PLACES_CHANGED:
            return rng.choice(_PLACES) + (word[-1] if word[-1] in "村镇县市区乡" else "")
        if not _WORD.fullmatch(word) or rng.random() >= share:
            return word
        if word in SYNONYMS and rng.random() < SYNONYM_FIRST:
            return SYNONYMS[word]
        return rng.choice(self._words.get((flag, len(word)), [word]))


def without_places(text: str) -> str:
    """Return the text without names of places, those that a rewriter puts in among them."""
    return re.sub("|".join(_PLACES), "", "".join(word for word, flag in _tagged(text) if flag != "ns"))


def _tagged(text: str) -> list[tuple[str, str]]:
    return [(pair.word, pair.flag) for pair in jieba.posseg.cut(text)]


def _reordered(sentence: str, rng: random.Random) -> str:
    """Return the sentence with its clauses in another order, its closing mark kept."""
    body = sentence.rstrip("。！？；\n")
    clauses = [clause for clause in re.split("[，,]", body) if clause.strip()]
    turn = rng.randrange(len(clauses)) if clauses else 0
    clauses = clauses[turn:] + clauses[:turn]
    if len(clauses) > 3:
        one, other = rng.sample(range(len(clauses)), 2)
        clauses[one], clauses[other] = clauses[other], clauses[one]
    return "，".join(clauses) + sentence[len(body) :]


def plant(texts: Mapping[str, NormText], held: str, level: str, rewriter: Rewriter, seed: int) -> PlantedDraft:
    """Return a draft of about 8,000 characters: `held` with passages of the other `texts` between its sentences."""
    rng = random.Random(seed)
    honest = sentences(texts[held], int(DRAFT_CHARS * (1 - PLANTED_SHARE)))
    planted = passages({path: text for path, text in texts.items() if path != held}, rng)
    slots = sorted(rng.sample(range(1, len(honest)), min(len(planted), len(honest) - 1)))
    at = dict(zip(slots, planted, strict=False))
    parts: list[str] = []
    plants: list[Plant] = []
    length = 0
    for number, sentence in enumerate(honest):
        if number in at:
            path, span = at[number]
            words = rewriter.rewrite(span.of(texts[path]), level, rng).strip()
            plants.append(Plant(Span(length, length + len(words)), path, span))
            parts.append(words if words[-1] in "，、；。！？" else words + "，")
            length += len(parts[-1])
        parts.append(sentence)
        length += len(sentence)
    return PlantedDraft(held, NormText("".join(parts)), tuple(plants))


def sentences(text: str, length: int) -> list[str]:
    """Return the first sentences of `text`, `length` characters in all."""
    sentences: list[str] = []
    for match in _SENTENCE.finditer(text):
        sentences.append(match.group())
        length -= len(match.group())
        if length < 0:
            break
    return sentences


def passages(texts: Mapping[str, str], rng: random.Random) -> list[tuple[str, Span]]:
    """Choose passages that do not overlap, as many characters of them as a draft takes."""
    wanted = DRAFT_CHARS * PLANTED_SHARE
    taken: list[tuple[str, Span]] = []
    while sum(len(span) for _, span in taken) < wanted:
        path = rng.choice(sorted(texts))
        span = _passage(texts[path], rng)
        if not any(path == other and span.overlap(used) for other, used in taken):
            taken.append((path, span))
    return taken


def _passage(text: str, rng: random.Random) -> Span:
    """Choose a run of sentences; every second one loses part of its first and last sentence, up to a comma."""
    sentences = [Span(*match.span()) for match in _SENTENCE.finditer(text) if len(match.group().strip()) >= 6]
    while True:
        wanted = rng.choice(WANTED)
        first = last = rng.randrange(2, len(sentences) - 2)
        while last + 1 < len(sentences) and sentences[last].end - sentences[first].start < wanted:
            last += 1
        start, end = sentences[first].start, sentences[last].end
        if rng.random() < 0.5:
            start = _cut(text, start, min(start + 60, end), rng) or start
            end = _cut(text, max(start + 40, end - 60), end, rng) or end
        end = start + len(text[start:end].rstrip())
        if 0.6 * wanted <= end - start <= 2 * wanted:
            return Span(start, end)


def _cut(text: str, start: int, end: int, rng: random.Random) -> int:
    """Return a place after a comma between `start` and `end`, 0 when there is none."""
    return rng.choice([at + 1 for at in range(start, end) if text[at] in "，,；;、"] or [0])
