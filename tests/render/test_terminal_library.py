"""What the library shows on a screen."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from drafter.model import (
    Coverage,
    Frame,
    Holdings,
    Locality,
    Period,
    Phrase,
    SectionPoint,
    SectionText,
    Skeleton,
    Source,
    Usual,
    Way,
)
from drafter.render.terminal_library import (
    show_frames,
    show_holdings,
    show_phrases,
    show_sections,
    show_skeleton,
    show_whole_sections,
)

SOURCE = Source(
    "corpus/汇编.txt#4", "工作报告", "half_year", Period(2023, "first_half"), Locality("高兴镇", "兴国县", "赣州市")
)
SECTION = SectionText(
    "抓农业，稳粮食",
    2,
    "农业",
    "review",
    SOURCE,
    "（一）抓农业，稳粮食\n扛牢粮食安全责任。推进粮食生产，播种面积2万亩，建成高标准农田1200亩。\n一是做优果园。",
    (
        SectionPoint(
            "", "农业", ("举措", "数据"), "扛牢粮食安全责任。推进粮食生产，播种面积2万亩，建成高标准农田1200亩。"
        ),
        SectionPoint("", "农业", ("举措",), "一是做优果园。"),
    ),
)
SKELETON = Skeleton(
    "农业",
    "half_year",
    "review",
    8,
    7,
    420,
    260,
    700,
    3,
    (
        Usual("粮食", 7 / 8, 0.1, ("举措", "数据"), (("扛牢粮食安全责任", "corpus/汇编.txt#4"),)),
        Usual("特色种养", 6 / 8, 0.5, ("举措",), (("做优果园品种", "corpus/甲.txt"), ("养好生猪", "corpus/乙.txt"))),
    ),
    (Usual("举措", 1.0, 0.0), Usual("数据", 0.5, 0.4)),
    (("坚持农业农村优先发展", "corpus/汇编.txt#4"),),
)


@pytest.fixture
def console() -> Console:
    """Return a console that is a pipe."""
    return Console(file=io.StringIO(), width=80)


def printed(console: Console) -> list[str]:
    """Return the lines printed so far."""
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_phrases_are_a_table(console: Console) -> None:
    paths = ("corpus/甲镇_2023年.txt", "corpus/汇编.txt#1", "corpus/汇编.txt#2", "corpus/乙镇.txt")
    show_phrases(
        console,
        [
            Phrase("全面推进乡村振兴", 9, 4, paths, "农业", "举措", 2023, 3),
            Phrase("党建引领", 2, 2, paths[:1]),
        ],
    )
    assert printed(console) == [
        "短语              篇数  地方  最近  主题  语步  见于",
        "全面推进乡村振兴  4     3     2023  农业  举措  甲镇_2023年、汇编 等",
        "党建引领          2                             甲镇_2023年",
    ]


def test_no_phrase_found_says_what_to_try(console: Console) -> None:
    show_phrases(console, [])
    assert printed(console) == ["语料库里没有找到。可以换个说法，或只输入拼音首字母。"]


FRAME = Frame("完成{指标}{数值:亩}", ("指标", "数值:亩"), "数据", "农业", 3, ("corpus/甲.txt",), "造林", "造林")
WAYS = (Way("完成", "before", "亩", 3), Way("达", "after", "亩", 1), Way("成立", "behind", "个", 1))


def test_an_indicator_is_said_in_its_ways(console: Console) -> None:
    show_frames(console, "造林", WAYS, [FRAME])
    shown = printed(console)
    assert shown[0] == "“造林”一般这样说："
    assert [line.split()[0] for line in shown[1:4]] == ["完成造林…亩", "造林达…亩", "成立…个造林"]
    assert shown[-1].startswith("完成{指标}{数值:亩}")


def test_an_indicator_nobody_has_takes_those_of_others(console: Console) -> None:
    show_frames(console, "种草", WAYS, [FRAME])
    assert printed(console)[0] == "语料库里没有“种草”，同类的数据一般这样说："


def test_no_frame_at_all_says_what_to_do(console: Console) -> None:
    show_frames(console, "造林", (), ())
    assert "请先把历年报告放进 corpus/" in printed(console)[0]


def test_sections_are_listed_with_source_size_and_first_words(console: Console) -> None:
    show_sections(console, [SECTION, replace(SECTION, heading="粮食稳", level=0)])
    assert printed(console) == [
        "1.  抓农业，稳粮食",
        "    农业 · 回顾 · 54 字 · 兴国县高兴镇 2023年上半年 半年报告（汇编#4）",
        "    扛牢粮食安全责任。推进粮食生产，播种面积2万亩，建成高标准农……",
        "2.  粮食稳（要点）",
        "    农业 · 回顾 · 54 字 · 兴国县高兴镇 2023年上半年 半年报告（汇编#4）",
        "    扛牢粮食安全责任。推进粮食生产，播种面积2万亩，建成高标准农……",
        "共列出 2 个板块。加 --whole 看全文；用 --topic 主题 --skeleton 看一个主题一般怎么写。",
    ]


def test_a_whole_section_stands_under_its_source(console: Console) -> None:
    show_whole_sections(console, [SECTION])
    assert printed(console) == [
        "【农业 · 回顾 · 54 字 · 兴国县高兴镇 2023年上半年 半年报告（汇编#4）】",
        *(f"  {line}" for line in SECTION.text.splitlines()),
        "",
    ]


@pytest.mark.parametrize("show", [show_sections, show_whole_sections])
def test_no_section_found_says_what_to_try(console: Console, show: object) -> None:
    assert callable(show)
    show(console, [])
    assert printed(console) == ["语料库里没有这样的板块。可以换个词（只认汉字，不认拼音）、换个主题，或少加些条件。"]


def test_a_skeleton_tells_how_a_section_is_written(console: Console) -> None:
    show_skeleton(console, SKELETON, "农业")
    assert printed(console) == [
        "农业板块（半年报告的回顾部分，7 篇 8 处）：一般 420 字（260–700），分 3 个要点",
        "常写的内容，按先后：",
        "  1  粮食      7/8  举措→数据  扛牢粮食安全责任",
        "  2  特色种养  6/8  举措       做优果园品种；养好生猪",
        "语步，按先后：  举措（100%）、数据（50%）",
        "常见开头：",
        "  -  坚持农业农村优先发展（汇编#4）",
    ]


def test_a_skeleton_of_few_reports_says_so(console: Console) -> None:
    show_skeleton(console, replace(SKELETON, reports=2), "农业")
    assert printed(console)[1] == "只有 2 篇写到，仅供参考。"


def test_a_topic_nobody_wrote_on_has_no_skeleton(console: Console) -> None:
    show_skeleton(console, None, "教育")
    assert printed(console) == ["语料库里没有“教育”这个主题的板块，总结不出一般怎么写。"]


def test_holdings_name_origins_use_and_what_was_left_out(console: Console) -> None:
    counts = {"reports": 2, "sections": 9, "chars": 12345}
    other = Source("corpus/甲.txt")
    holdings = Holdings(
        ((SOURCE, 7000), (other, 5345)),
        counts,
        Coverage(0.836, 0.5, 1.0),
        (Phrase("乡村振兴", 9, 4), Phrase("完整、准确、全面贯彻新发展理念", 3, 2)),
        (("corpus/乙.txt", "corpus/甲.txt"),),
        (("corpus/丙.txt", "corpus/甲.txt"),),
        ("corpus/丁.txt",),
    )
    show_holdings(console, holdings)
    assert printed(console) == [
        "语料库",
        "  报告         2  篇",
        "  板块         9  个",
        "  正文    12,345  字",
        "来自",
        "  类型  半年报告 1 篇、类型不明 1 篇",
        "  年份  2023年 1 篇、年份不明 1 篇",
        "  单位  兴国县高兴镇 1 篇、单位不明 1 篇",
        "用上了多少",
        "  标明主题的板块、要点   83.6%  的字数",
        "  标明语步的分句         50.0%  的字数",
        "  含有库中短语的句子    100.0%  的句子",
        "排在最前的短语  乡村振兴；完整、准确、全面贯彻新发展理念",
        "内容相同、只算一篇的（1 篇）",
        "  -  corpus/乙.txt  同  corpus/甲.txt",
        "大半雷同、计数时只算一家的（1 篇）",
        "  -  corpus/丙.txt  似  corpus/甲.txt",
        "已拿掉、不再整理的（1 个文件；要放回来：drafter mine 文件）",
        "  -  corpus/丁.txt",
    ]


def test_reprinted_passages_are_named(console: Console) -> None:
    reprints = (("corpus/乙.txt", "corpus/甲.txt", 3),)
    show_holdings(console, Holdings((), {"reports": 2}, Coverage(0, 0, 0), (), (), (), (), reprints))
    shown = printed(console)
    assert "有整段相同、只算一次的（1 处）" in shown
    assert any("corpus/乙.txt  有 3 段同  corpus/甲.txt" in line for line in shown)


def test_what_is_not_listed_is_counted(console: Console) -> None:
    sources = [replace(SOURCE, period=Period(2000 + number, "year")) for number in range(12)]
    show_holdings(console, Holdings(tuple((source, 1) for source in sources), {}, Coverage(0, 0, 0), (), (), (), ()))
    (years,) = (line for line in printed(console) if line.startswith("  年份"))
    assert years.endswith("2007年 1 篇 等 12 个年份")


def test_an_empty_library_shows_no_shares(console: Console) -> None:
    show_holdings(console, Holdings((), {"reports": 0}, Coverage(0, 0, 0), (), (), (), ("corpus/丁.txt",)))
    assert printed(console) == [
        "语料库",
        "  报告         0  篇",
        "已拿掉、不再整理的（1 个文件；要放回来：drafter mine 文件）",
        "  -  corpus/丁.txt",
    ]
