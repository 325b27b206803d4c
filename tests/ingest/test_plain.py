"""Plain text in every encoding an office uses, and files that only pretend to be text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.ingest.plain import decode

HERE = Path("报告.txt")
TEXT = "各位代表：\n现在，我代表镇人民政府，向大会报告工作。全镇完成投资6.7亿元，濊水河治理有序推进。\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.replace("\n", "\r\n").encode("gb18030"),
        TEXT.replace("\n", "\r").encode("utf-8"),
    ],
    ids=["utf-8", "utf-8 BOM", "gb18030", "utf-16", "utf-16-be", "utf-16 without BOM", "gb18030 CRLF", "utf-8 CR"],
)
def test_every_encoding_gives_the_same_text(content: bytes) -> None:
    assert decode(content, HERE) == TEXT


def test_traditional_characters_in_an_old_encoding() -> None:
    text = "桂竹帽鎮黨委政府在縣委、縣政府的堅強領導下，深入實施三大戰略，鄉村振興全面推進。"
    assert decode(text.encode("gb18030"), HERE) == text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (bytes(range(256)) * 8, "不是文本文件"),
        ("貴州省經濟發展穩中有進，全面推進鄉村振興".encode("big5") * 9, "编码"),
        (TEXT.encode("utf-8")[:-3] + b"\xe5", "编码"),
    ],
)
def test_what_is_no_text_is_named(content: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as error:
        decode(content, HERE)
    assert "报告.txt" in str(error.value)
    assert error.value.problems[0].remedy
