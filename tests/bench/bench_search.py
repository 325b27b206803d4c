"""Time looking phrases up inside the process, the fetching of the best 50 from the file included.

The library is generated: 100,000 phrases recombined from the words of the sample corpus, spread over 1,000 reports as
Zipf's law has it. Each kind of query is drawn from those phrases, so that it finds what a writer would find. On the
clock each query has three tries, so that what else the machine does is not counted; the processor's time is of the
first.

Run: python tests/bench/bench_search.py
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from math import nan
from multiprocessing import get_context
from pathlib import Path
from typing import get_args

from drafter.ingest.reader import read
from drafter.library import schema
from drafter.library.store import Store, open_library
from drafter.library.syllables import readings_of
from drafter.model import Move
from drafter.text import topics
from drafter.text.sentences import clauses
from drafter.text.words import cut

ROOT = Path(__file__).parents[2]
PHRASES, REPORTS, QUERIES, LIMIT = 100_000, 1_000, 400, 50
NEVER_FIRST = frozenset("的和与等了及、，”）》")
TRIES = 3  # of each query; the quickest counts on the clock, the first one for the processor
_MEMORY = Path("/proc/self/statm")
Words = tuple[str, ...]
Query = tuple[str, str, str]  # what is typed, topic, move


def generated(draw: random.Random) -> list[Words]:
    """Return different phrases of two to five words, each word one that follows the one before it in the corpus."""
    following: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "corpus").glob("*.txt")):
        for document in read(path, path.name):
            for span in clauses(document.text):
                words = [word for word in cut(span.of(document.text)) if word.strip() and not word[0].isdigit()]
                for word, after in pairwise(words):
                    following[word].append(after)
    starts = sorted(word for word in following if len(word) > 1 and word[0] not in NEVER_FIRST)
    found: dict[str, Words] = {}
    while len(found) < PHRASES:
        words = [draw.choice(starts)]
        for _ in range(draw.choice((1, 2, 2, 3, 3, 4))):
            if words[-1] in following:
                words.append(draw.choice(following[words[-1]]))
        if len(words) > 1:
            found.setdefault("".join(words), tuple(words))
    return list(found.values())


def write(phrases: Sequence[Words], path: Path, draw: random.Random) -> None:
    """Write a library of nothing but phrases, best first."""
    names, moves = [topic.name for topic in topics.topics()], get_args(Move)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        schema.migrate(connection)
        connection.execute("BEGIN")
        for number in range(REPORTS):
            row = (number, f"corpus/{number:04}.txt", "政府工作报告", "annual", 2016 + number % 10, "year")
            connection.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', ?, 0)",
                (*row, f"{number % 700}镇", b""),
            )
        for number, words in enumerate(phrases):
            reports = max(2, int(REPORTS / 2 / (number + 1) ** 0.5))
            sources = " ".join(map(str, sorted(draw.sample(range(REPORTS), reports))))
            marks = "".join("1" + "0" * (len(word) - 1) for word in words)
            connection.execute(
                "INSERT INTO phrases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, "".join(words), 2 * reports, reports, draw.choice(names), draw.choice(moves), sources, marks,
                 2016 + draw.randrange(10), max(1, reports - 1)),
            )  # fmt: skip
        syllables = readings_of(character for words in phrases for word in words for character in word)
        connection.executemany("INSERT INTO initials VALUES (?, ?)", syllables.items())
        connection.execute("COMMIT")


def queries(phrases: Sequence[Words], draw: random.Random) -> Iterator[tuple[str, list[Query]]]:
    """Yield the kinds of query, each with examples."""
    syllables = readings_of(character for words in phrases for word in words for character in word)
    han = [text for text in map("".join, phrases) if all(character in syllables for character in text)]

    def spelt(text: str, letters: int | None) -> str:
        return "".join(draw.choice(syllables[character].split())[:letters] for character in text)

    def stretch(length: int) -> str:
        text = draw.choice(han)
        start = draw.randrange(max(1, len(text) - length + 1))
        return text[start : start + length]

    def kind(build: Callable[[], str], *, topic: bool = False, move: bool = False) -> list[Query]:
        names = [each.name for each in topics.topics()]
        return [
            (build(), draw.choice(names) if topic else "", draw.choice(get_args(Move)) if move else "")
            for _ in range(QUERIES)
        ]

    for length in (1, 2, 3, 4):
        yield f"{length} characters", kind(lambda length=length: stretch(length))
    for length in (1, 2, 3, 4):
        yield f"{length} initials", kind(lambda length=length: spelt(stretch(length), 1))
    yield "mixtures (乡czx)", kind(lambda: (text := stretch(4))[:1] + spelt(text[1:], 1))
    yield "full pinyin of 2", kind(lambda: spelt(stretch(2), None))
    yield "pinyin being typed (xiangc)", kind(lambda: spelt(stretch(2), None)[:-1])
    for length in (1, 2):
        yield f"{length} initials, topic", kind(lambda length=length: spelt(stretch(length), 1), topic=True)
    yield "1 initial, topic and move", kind(lambda: spelt(stretch(1), 1), topic=True, move=True)
    yield "2 characters, topic", kind(lambda: stretch(2), topic=True)
    yield "nothing typed, topic", kind(lambda: "", topic=True)
    yield "misses", kind(lambda: spelt(stretch(4), 1) + stretch(2)[::-1])


def timed(store: Store, asked: Sequence[Query]) -> tuple[list[float], list[float], int]:
    """Return the milliseconds of each query by the clock and of the processor, sorted, and how many found nothing."""
    clock, processor, misses = [], [], 0
    for query, topic, move in asked:
        tries = []
        for _ in range(TRIES):
            start, busy = time.perf_counter(), time.thread_time()
            found = store.phrases(query, topic=topic, move=move, limit=LIMIT)
            tries.append(((time.perf_counter() - start) * 1000, (time.thread_time() - busy) * 1000))
        clock.append(min(tries)[0])
        processor.append(tries[0][1])
        misses += not found
    return sorted(clock), sorted(processor), misses


def loaded(path: Path) -> tuple[float, float]:
    """Return the seconds that a fresh process takes to its first answer, and the MB this takes."""
    before = resident()
    with open_library(path) as store:
        start = time.perf_counter()
        store.phrases("乡", limit=LIMIT)
        return time.perf_counter() - start, resident() - before


def main() -> None:
    """Generate the library, load it, and print a row for each kind of query."""
    draw = random.Random(7)
    phrases = generated(draw)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        write(phrases, path, draw)
        with get_context("spawn").Pool(1) as fresh:
            seconds, memory = fresh.apply(loaded, (path,))
        length = sum(len("".join(words)) for words in phrases) / len(phrases)
        print(f"{len(phrases):,} phrases of {length:.1f} characters, {REPORTS:,} reports; ", end="")
        print(f"first answer after {seconds:.2f} s, {memory:.0f} MB; the best {LIMIT} fetched.\n")
        print("| query | p50 ms | p99 ms | max ms | processor p99 ms | found nothing |\n|---|---|---|---|---|---|")
        every: tuple[list[float], list[float]] = ([], [])
        with open_library(path) as store:
            store.phrases("乡", limit=LIMIT)
            for name, examples in queries(phrases, draw):
                clock, processor, misses = timed(store, examples)
                every[0].extend(clock)
                every[1].extend(processor)
                print(row(name, clock, processor, f"{misses}/{len(clock)}"))
        print(row("all", sorted(every[0]), sorted(every[1]), ""))


def row(name: str, clock: Sequence[float], processor: Sequence[float], misses: str) -> str:
    """Return a row of the table."""
    p50, p99, busy = (
        times[int(len(times) * share)] for times, share in ((clock, 0.5), (clock, 0.99), (processor, 0.99))
    )
    return f"| {name} | {p50:.2f} | {p99:.2f} | {clock[-1]:.2f} | {busy:.2f} | {misses} |"


def resident() -> float:
    """Return the memory this process holds, in MB; not a number where the system does not tell."""
    if not _MEMORY.exists():
        return nan
    return int(_MEMORY.read_text(encoding="ascii").split()[1]) * 4096 / 1e6


if __name__ == "__main__":
    main()
