"""Tell the encoding of a web page."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from drafter.errors import ReadError

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
_ZERO = b"\0"
_CODINGS = {name: name for name in ("utf-8", "gb18030", "big5", "big5hkscs", "cp950", "hz")}
_CODINGS |= {"gb2312": "gb18030", "gbk": "gb18030"}
"""Encodings that Chinese pages declare, each with the one that holds it; UTF-16 shows without being named. What else
pages declare is wrong (iso-8859-1 for any page), or no encoding of text at all (hex)."""
HEAD = 4096
"""Bytes at the beginning among which a page says its encoding; browsers look through the first 1024."""
MOST_BROKEN = 0.01
"""Share of characters that may be lost: a site that cuts its summary in mid-character breaks one or two."""


def decode_page(content: bytes, path: Path, declared: str = "") -> str:
    """Return a page's markup: by its byte order mark, by what it declares, or by what fits.

    `declared` is what its envelope says. Raise ReadError when no encoding fits.
    """
    codings = dict.fromkeys([*_marked(content), *_declared(content, declared), "utf-8", "gb18030"])
    texts = [content.decode(coding, "replace").replace("\0", "") for coding in codings]
    best = min(texts, key=lambda text: text.count("\ufffd"))  # the first of those equally good
    if best.count("\ufffd") > MOST_BROKEN * len(best):
        raise ReadError("看不出网页的编码", "请在浏览器中打开，复制正文，存为 .txt", path=path)
    return best


def _marked(content: bytes) -> list[str]:
    """Return the encoding that a byte order mark or zero bytes show."""
    if content.startswith(codecs.BOM_UTF8):
        return ["utf-8-sig"]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    zeros = content[:HEAD].count(_ZERO)
    return [f"utf-16-{'be' if content[:1] == _ZERO else 'le'}"] if zeros > len(content[:HEAD]) / 10 else []


def _declared(content: bytes, declared: str) -> list[str]:
    """Return the encoding that a page or its envelope names, GB 2312 and GBK as GB 18030, which holds both."""
    match = _DECLARED.search(content[:HEAD])
    for name in (declared, match[1].decode("ascii") if match else ""):
        try:
            found = codecs.lookup(name).name
        except LookupError:
            continue
        if found in _CODINGS:
            return [_CODINGS[found]]
    return []
