"""Mine a large corpus: memory a character, and what one file more costs in a corpus of a thousand.

The corpus is made of the sentences of ../shared/reports, drawn anew for every file, a third of the words replaced by
others as long: files share phrases as reports do, not whole sentences.

Run: python tests/bench/bench_scale.py [--mb 100] [--files 1000]
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from drafter.ingest.reader import read
from drafter.text.sentences import sentences
from drafter.text.words import cut

ROOT = Path(__file__).parents[2]
REPORTS = ROOT.parent / "shared" / "reports"
SENTENCES_A_PARAGRAPH = 5
PARAGRAPHS_A_HEADING = 4
REPLACED = 0.35


def main() -> None:
    """Make the corpus, mine it in a process of its own, then once more with one file added."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--mb", type=float, default=100)
    arguments.add_argument("--files", type=int, default=1000)
    wanted = arguments.parse_args()
    if not REPORTS.is_dir():
        print(f"Not run: {REPORTS} is not here.")
        return
    with tempfile.TemporaryDirectory() as home:
        corpus = Path(home) / "corpus"
        corpus.mkdir()
        for number, text in enumerate(drafts(wanted.files + 1, int(wanted.mb * 1e6 / wanted.files))):
            (corpus / f"{number:05d}.txt").write_text(text, encoding="utf-8")
        late = corpus / f"{wanted.files:05d}.txt"
        late.rename(Path(home) / late.name)
        whole = mined(home)
        (Path(home) / late.name).rename(late)
        more = mined(home)
    above = whole["peak"] - whole["baseline"]
    print(f"{wanted.files} files, {wanted.mb:g} MB, {whole['chars']:,} characters: {whole['seconds']:.1f} s")
    print(f"peak {above / 1e6:.0f} MB above the import baseline of {whole['baseline'] / 1e6:.0f} MB: ", end="")
    print(f"{above / whole['chars']:.1f} bytes a character (bar 60)")
    print(f"largest of the reading processes {whole['child'] / 1e6:.0f} MB")
    print(f"one file more: {more['seconds']:.1f} s, {more['seconds'] / whole['seconds']:.1%} of the whole (bar 5 %)")


def drafts(count: int, size: int) -> list[str]:
    """Return texts of about `size` bytes, made of sentences drawn from real reports."""
    rng = random.Random(1)  # the same corpus each time
    drawn = [
        cut(sentence.of(document.text))
        for path in sorted(REPORTS.rglob("*.txt"))
        for document in read(path, path.name)
        for sentence in sentences(document.text)
        if sentence.of(document.text).endswith("。")
    ]
    by_length: dict[int, list[str]] = {}
    for words in drawn:
        for word in words:
            by_length.setdefault(len(word), []).append(word)
    return [draft(rng, drawn, by_length, size, number) for number in range(count)]


def draft(rng: random.Random, drawn: list[list[str]], by_length: dict[int, list[str]], size: int, number: int) -> str:
    """Return one text: headings, and paragraphs of drawn sentences."""
    parts = [f"第{number}镇政府工作报告", "一、工作回顾"]
    written = 0
    while written < size:
        if len(parts) % (PARAGRAPHS_A_HEADING + 1) == 0:
            parts.append(f"（{'一二三四五六七八九十'[len(parts) // 5 % 10]}）推进工作落实，发展成效明显")
        words = [word for sentence in rng.choices(drawn, k=SENTENCES_A_PARAGRAPH) for word in sentence]
        changed = (rng.choice(by_length[len(word)]) if changes(rng, word) else word for word in words)
        parts.append("".join(changed))
        written += len(parts[-1].encode())
    return "\n".join(parts)


def changes(rng: random.Random, word: str) -> bool:
    """Tell whether to replace a word; marks and single characters stay."""
    return len(word) > 1 and rng.random() < REPLACED


def mined(home: str) -> dict[str, float]:
    """Mine the workspace `home` in a process of its own; return seconds, bytes and characters."""
    done = subprocess.run([sys.executable, __file__, "--mine", home], check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def peak_memory() -> int:
    """Return the most bytes this process has held; getrusage would count those of the one that started it, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) * 1024


def mine_here(home: Path) -> None:
    """Mine a workspace in this process and print what it took."""
    import drafter.library.mine  # noqa: F401, PLC0415 - for the baseline
    from drafter import app  # noqa: PLC0415
    from drafter.config import Workspace  # noqa: PLC0415

    baseline = peak_memory()
    start = time.perf_counter()
    result = app.mine(Workspace(home), [], lambda *_: None)
    seconds = time.perf_counter() - start
    peak, child = peak_memory(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    chars = result.summary.chars if result.summary else 0
    print(json.dumps({"seconds": seconds, "baseline": baseline, "peak": peak, "child": child, "chars": chars}))


if __name__ == "__main__":
    if "--mine" in sys.argv:
        mine_here(Path(sys.argv[-1]))
    else:
        main()
