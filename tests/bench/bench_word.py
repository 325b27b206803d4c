"""Time the Word writer beside a bare python-docx script that writes the same paragraphs, in one run.

Run: python tests/bench/bench_word.py
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docx import Document

from drafter.model import Paragraph, Piece, Report
from drafter.render.word import write_word

PARAGRAPHS = 300  # a long annual report: some 24,000 characters
ROUNDS = 15
SENTENCE = "坚持把产业发展作为第一要务，新增高标准农田4977亩，发放各类补贴18.5万元，惠及农户10240余户。"


def report() -> Report:
    """Return a report with a heading every fifth paragraph and an open slot in every tenth."""
    blocks = [Paragraph("title", (Piece("清河镇2024年上半年政府工作报告", "author"),))]
    for number in range(PARAGRAPHS):
        style = "heading2" if number % 5 == 0 else "body"
        text = "（一）聚焦产业发展，经济运行稳中向好" if style == "heading2" else SENTENCE * 2
        slot = (Piece("【待补：固定资产投资（亿元）】", "placeholder"),) if number % 10 == 1 else ()
        blocks.append(Paragraph(style, (Piece(text, "author"), *slot)))
    return Report("清河镇2024年上半年政府工作报告", "清河镇人民政府", tuple(blocks), seed=1)


def write_bare(source: Report, path: Path) -> None:
    """Write the same paragraphs as python-docx's documentation shows, with its own styles."""
    document = Document()
    for paragraph in source.paragraphs():
        if paragraph.style == "body":
            document.add_paragraph(paragraph.text)
        else:
            document.add_heading(paragraph.text, level=2)
    document.save(str(path))


def seconds(write: Callable[[Report, Path], None], source: Report, path: Path) -> float:
    """Return how long one writing takes."""
    start = time.perf_counter()
    write(source, path)
    return time.perf_counter() - start


def main() -> None:
    """Print both medians and their ratio; the two are timed in turn, so that a busy machine slows both."""
    source = report()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        times = [(seconds(write_word, source, path), seconds(write_bare, source, path)) for _ in range(ROUNDS)]
    ours, bare = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"write_word {ours * 1000:.0f} ms, bare python-docx {bare * 1000:.0f} ms, ratio {ours / bare:.2f} (bar 2)")


if __name__ == "__main__":
    main()
