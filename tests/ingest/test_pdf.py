"""PDFs: paragraphs from lines as they are set, without what every page repeats; and files that give no text."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.ingest.pdf import read_pdf

HERE = Path("报告.pdf")
LEFT, SIZE, PITCH, WIDTH = 80, 16, 28, 28  # a page of 28 characters to a line
INDENT = LEFT + 2 * SIZE
TOP = 740

TITLE = "云岭镇2023年政府工作报告"
HEADING = "一、2023年工作回顾"
LONG = "过去一年，全镇上下团结一心、真抓实干，完成固定资产投资六点七亿元，各项工作都取得了新的成效。" * 3
FULL = "新建高标准农田两千亩，粮食总产稳定在一万吨，培育合作社十二家。"[:26]  # fills its indented line to the edge
SHORT = "人居环境明显改善。"
MANY = [LONG[at:-1] + LONG[:at] + "。" for at in range(0, 45, 5)]  # no two lines of them are alike

Line = tuple[float, float, float, str]


def set_paragraph(text: str, indent: int = 2) -> list[tuple[float, str]]:
    """Break a paragraph of wide characters at the edge; return where each line begins, and what it says."""
    first, rest = text[: WIDTH - indent], text[WIDTH - indent :]
    return [
        (LEFT + indent * SIZE, first),
        *((float(LEFT), rest[at : at + WIDTH]) for at in range(0, len(rest), WIDTH)),
    ]


def pages_of(paragraphs: Sequence[str], lines_a_page: int = 6) -> list[list[Line]]:
    """Set paragraphs on pages."""
    found = [line for paragraph in paragraphs for line in set_paragraph(paragraph)]
    cut = [found[at : at + lines_a_page] for at in range(0, len(found), lines_a_page)]
    return [[(x, TOP - PITCH * row, SIZE, text) for row, (x, text) in enumerate(page)] for page in cut]


def read(content: bytes) -> list[str]:
    """Return the paragraphs of a PDF."""
    return read_pdf(content, HERE).text.split("\n")


def test_lines_become_paragraphs_across_pages(printed: Callable[..., bytes]) -> None:
    paragraphs = [MANY[0], FULL, MANY[1], SHORT, *MANY[2:]]
    assert read(printed(pages_of(paragraphs))) == paragraphs


def test_a_number_that_did_not_fit_leaves_its_line_short(printed: Callable[..., bytes]) -> None:
    short, rest = LONG[: WIDTH - 2 - 4], "12345.6万元，增长8.2%。"
    page = [*pages_of([LONG, LONG])[0], (INDENT, 500, SIZE, short), (LEFT, 472, SIZE, rest)]
    assert read(printed([page]))[-1] == short + rest


def test_larger_letters_and_the_middle_of_the_page_make_a_title(printed: Callable[..., bytes]) -> None:
    middle = LEFT + WIDTH * SIZE / 2
    head = [(middle - 22 * 4, 800, 22, "云岭镇人民政府"), (middle - 16 * 4, 770, SIZE, "在大会上的报告")]
    assert read(printed([[*head, *pages_of([LONG, LONG])[0]]]))[:2] == ["云岭镇人民政府", "在大会上的报告"]


@pytest.mark.parametrize("foot", ["— {} —", "第 {} 页 共 9 页", "{}/9", "- {} -", "{}"])
def test_running_heads_and_page_numbers_are_left_out(printed: Callable[..., bytes], foot: str) -> None:
    paragraphs = MANY
    pages = [
        [(LEFT, 800, 9, "2023年政府工作报告"), *page, (LEFT + 200 * (number % 2), 60, 14, foot.format(number))]
        for number, page in enumerate(pages_of(paragraphs), 1)
    ]
    assert read(printed(pages)) == paragraphs


def test_a_line_that_two_of_many_pages_end_with_stays(printed: Callable[..., bytes]) -> None:
    pages = pages_of(MANY)
    for number in (1, 4):
        pages[number].append((INDENT, 300, SIZE, "各位代表！"))
    assert read(printed(pages)).count("各位代表！") == 2


def test_notes_at_the_foot_of_a_page_come_last(printed: Callable[..., bytes]) -> None:
    pages = pages_of(MANY[:2])
    pages[0].append((LEFT, 100, 10.5, "①三区：园区、镇区、景区。"))
    assert read(printed(pages)) == [*MANY[:2], "①三区：园区、镇区、景区。"]


def test_cells_of_a_table_are_lines_of_their_own(printed: Callable[..., bytes]) -> None:
    columns = ((90, "指标"), (230, "数值"), (400, "增长"))
    cells = [(x, y, SIZE, f"{name}{y}") for y in (300, 272) for x, name in columns]
    found = read(printed([[*pages_of([LONG])[0], *cells]]))
    assert found[1:] == [f"{name}{y}" for y in (300, 272) for _, name in columns]


def test_the_lines_of_a_cell_are_one(printed: Callable[..., bytes]) -> None:
    def cell(x: float, *texts: str) -> list[Line]:
        return [(x, 300 - PITCH * row, SIZE, text) for row, text in enumerate(texts)]

    cells = [cell(90, "公路"), cell(200, "改造农村公路", "二十公里，安", "装护栏。"), cell(400, "交通站", "牵头")]
    found = read(printed([[*pages_of([LONG])[0], *(line for lines in cells for line in lines)]]))
    assert found[1:] == ["公路", "改造农村公路二十公里，安装护栏。", "交通站牵头"]


def test_marks_drawn_after_their_line_find_their_place(printed: Callable[..., bytes]) -> None:
    line = [(LEFT, 300, SIZE, "打造"), (LEFT + 48, 300, SIZE, "三区"), (LEFT + 96, 300, SIZE, "联动格局")]
    marks = [(LEFT + 32, 300, SIZE, "《"), (LEFT + 80, 300, SIZE, "》")]
    assert read(printed([[*pages_of([LONG])[0], *line, *marks]]))[-1] == "打造《三区》联动格局"


def test_text_across_the_page_is_a_watermark(printed: Callable[..., bytes]) -> None:
    with pytest.raises(ReadError, match="扫描件"):
        read_pdf(printed([[(80, 300, 60, "内部资料")]], matrix="0.7 0.7 -0.7 0.7"), HERE)


def test_a_page_that_lies_on_its_side_is_read(printed: Callable[..., bytes]) -> None:
    lines = [(100 + PITCH * row, 60, SIZE, text) for row, (_, text) in enumerate(set_paragraph(LONG, indent=0))]
    assert read(printed([lines], matrix="0 1 -1 0", rotate=90)) == [LONG]


def test_radicals_are_the_characters_they_look_like(printed: Callable[..., bytes]) -> None:
    assert read(printed([[(80, 700, 16, "⽹站⾸⻚⻓⻰")]])) == ["网站首页长龙"]


LOCKED = zlib.decompress(
    base64.b64decode("""
eNqNUctu2zAQvPMr9uJjQ+6SFElA8KFJDBRtEcNJewlyoPhwVRhSIMtA0p/soX/Q/khppU2EuIcKWECcnRkudxbri9UbPJNs8fPX9x8MQUDffG
V1zfh66OMhpAFqG5RTKIw3S7ZcstTFI4dm3JvH+wR87bdpz/h5f+hGQMbft3EPt6AKcQN3M6k8kZ770e/6LXvygKP3ZiZQ/7yL8U3a94chFEXp
FDr/mGLr3/YP5VpxJqZC8VR3R/MhldFeu+uZ+2egYguS8Q+p245fAMkWIShyylWGXGmv2t1Y9sKvR99FP0TGr6A2UlHy3qIlVERZmga19EY6JG
m8RJOMtq4hGawNQtjGlTIiKh1ig00Z/hPUqFywWhkKFCpKAgtJiuBVJm1TEGSbrJJO6mjmFVZKiHKucs5eoLDzgB6GlJmAionnDyqtpYYMzxiW
x0+d7gXT7gRDtKdYZU4wqvAFGwff7tIw7fW6/ZbKKHzT9yPIKQD+rss94J//ixJZHShSdoE0NtLaKAlJN8JTyjKL4Nzyfygl6MsuDI/3I+i/Se
9HP4zTQpSp2GJxebVivwFJFsEz
""")
)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7\n", "已损坏"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "已损坏"),
        (LOCKED, "加了密码"),
    ],
)
def test_files_that_give_no_text_are_named(content: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as error:
        read_pdf(content, HERE)
    assert error.value.problems[0].remedy


def test_a_scan_is_named(printed: Callable[..., bytes]) -> None:
    with pytest.raises(ReadError, match="扫描件"):
        read_pdf(printed([[], []]), HERE)


def test_a_font_that_says_no_characters_is_named(printed: Callable[..., bytes]) -> None:
    with pytest.raises(ReadError, match="没有说明是哪些字"):
        read_pdf(printed([[(80, 700, 16, "\ue000\ue001\ue002\ue003字")]]), HERE)
