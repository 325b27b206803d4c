"""Make the table of how rare Han characters are (data/rarity.txt) from a folder of reports.

python -m drafter.app.rarity FOLDER [TABLE]
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from drafter.app.corpus import report_files
from drafter.config import data, replacing
from drafter.ingest.reader import read

STEP = 0.25  # of the logarithm: characters that are nearly as rare stand on one line

_HAN = re.compile("[\u3400-\u9fff]")
_END = re.compile("[。！？；\n]")
_HEAD = """\
# 汉字在报告里有多少见：多少句话里才有一句用到它，取自然对数；一行是差不多少见的字。
# 重新生成：python -m drafter.app.rarity 目录。
"""


def main(folder: Path, target: Path) -> None:
    """Read the reports below `folder`, write the table, and say what it holds."""
    texts = [each.text for path in report_files([folder]) for each in read(path, path.name)]
    counts: Counter[str] = Counter()
    sentences = 0
    for text in texts:
        for sentence in filter(str.strip, _END.split(text)):
            counts.update(set(_HAN.findall(sentence)))
            sentences += 1
    with replacing(target) as temporary:
        temporary.write_text(_HEAD + "".join(_lines(counts, sentences)), encoding="utf-8", newline="\n")
    print(f"{len(texts)} reports, {sentences} sentences: {len(counts)} characters")


def _lines(counts: Mapping[str, int], sentences: int) -> Iterator[str]:
    """Yield the lines, the commonest characters first."""
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for character, count in counts.items():
        levels[round(math.log(sentences / count) / STEP)].append(character)
    for level, characters in sorted(levels.items()):
        yield f"{level * STEP:.2f}\t{''.join(sorted(characters))}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else data("rarity.txt"))
