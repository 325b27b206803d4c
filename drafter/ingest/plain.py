"""Read plain text: UTF-8 with or without BOM, UTF-16, GB18030."""

from __future__ import annotations

import codecs
import contextlib
import re
from pathlib import Path

from drafter.errors import ReadError
from drafter.ingest.raw import RawText

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HAN = re.compile("[\u4e00-\u9fff]")

LEAST_COMMON = 0.58
"""Share of Chinese characters that are everyday ones: reports 0.99, in traditional characters 0.63 and more, Big5 taken
for GB18030 0.52 and less, UTF-16 with its bytes swapped 0.24 and less."""
MOST_CONTROL = 0.001
"""Share of control characters: text has none, save one or two left by a typesetting program."""


def read_plain(content: bytes, path: Path) -> RawText:
    """Decode a text file. Raise ReadError when it is something else, or in an encoding that cannot be told."""
    return RawText(decode(content, path))


def decode(content: bytes, path: Path) -> str:
    r"""Return the text without BOM, every line ended by \n."""
    for codec in _codecs(content):
        with contextlib.suppress(UnicodeDecodeError):
            text = content.decode(codec)
            if _looks_like_text(text, certain=codec.startswith("utf-8")):
                return text.replace("\r\n", "\n").replace("\r", "\n")
    if b"\0" in content:
        raise ReadError("不是文本文件", "请确认选对了文件，或用 WPS、Word 另存为 .docx", path=path)
    raise ReadError("看不出文字的编码", "请用记事本打开，另存为 UTF-8 编码的 .txt", path=path)


def _codecs(content: bytes) -> list[str]:
    """Return the encodings a text may be in, likeliest first."""
    by_mark = [codec for mark, codec in _BOMS if content.startswith(mark)]
    return by_mark or (["utf-16-le", "utf-16-be"] if b"\0" in content else ["utf-8", "gb18030"])


def _looks_like_text(text: str, *, certain: bool) -> bool:
    """Tell whether a decoded text is one; `certain`: the encoding itself admits nothing else."""
    if len(_CONTROL.findall(text)) > MOST_CONTROL * len(text):
        return False
    if certain:
        return True
    han = _HAN.findall(text)
    return sum(map(_is_common, han)) >= LEAST_COMMON * len(han)


def _is_common(character: str) -> bool:
    """Tell whether a character is one of the 3755 everyday ones, the first level of GB 2312."""
    code = character.encode("gb2312", "ignore")
    return bool(code) and code[0] < 0xD8
