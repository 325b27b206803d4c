"""The records of the library that other programs read: every field of every schema."""

from __future__ import annotations

import json

from drafter.model import (
    Coverage,
    Holdings,
    Locality,
    Period,
    Phrase,
    SectionPoint,
    SectionText,
    Skeleton,
    Source,
    Usual,
)
from drafter.render.library_records import holdings_record, phrases_record, sections_record, skeleton_record
from drafter.render.records import to_json

SOURCE = Source("corpus/甲.txt", "工作报告", "annual", Period(2023, "year"), Locality("高兴镇", "兴国县"))
NAMED = {"path": "corpus/甲.txt", "title": "工作报告", "year": 2023}


def test_phrases_keep_their_order_and_name_their_sources() -> None:
    found = [Phrase("乡村振兴", 9, 4, ("corpus/甲.txt", "丢.txt"), "农业", "举措", 2023, 3), Phrase("振兴", 2, 2)]
    record = phrases_record(found, {"corpus/甲.txt": SOURCE})
    assert record["schema"] == "drafter.phrases/1"
    assert [phrase["text"] for phrase in record["phrases"]] == ["乡村振兴", "振兴"]
    assert record["phrases"][0] == {
        "text": "乡村振兴",
        "topic": "农业",
        "move": "举措",
        "count": 9,
        "doc_count": 4,
        "localities": 3,
        "year": 2023,
        "sources": [NAMED, {"path": "丢.txt", "title": "", "year": 0}],
    }


def test_sections_come_whole() -> None:
    point = SectionPoint("粮食稳", "农业", ("举措", "数据"), "粮食稳。种粮2万亩。")
    section = SectionText("抓农业", 2, "农业", "review", SOURCE, "（一）抓农业\n粮食稳。种粮2万亩。", (point,))
    assert sections_record([section]) == {
        "schema": "drafter.sections/1",
        "sections": [
            {
                "heading": "抓农业",
                "level": 2,
                "topic": "农业",
                "chapter": "review",
                "source": NAMED,
                "chars": 16,
                "text": "（一）抓农业\n粮食稳。种粮2万亩。",
                "points": [
                    {"lead": "粮食稳", "topic": "农业", "moves": ["举措", "数据"], "text": "粮食稳。种粮2万亩。"}
                ],
            }
        ],
    }


def test_a_skeleton_has_shares_and_examples() -> None:
    usual = Usual("粮食", 7 / 8, 1 / 3, ("举措",), (("种粮", "corpus/甲.txt"),))
    skeleton = Skeleton("农业", None, "review", 8, 7, 420, 260, 700, 3, (usual,), (), (("坚持", "corpus/甲.txt"),))
    named = {"text": "种粮", "source": "corpus/甲.txt"}
    assert skeleton_record(skeleton) == {
        "schema": "drafter.skeleton/1",
        "skeleton": {
            "topic": "农业",
            "kind": None,
            "chapter": "review",
            "sections": 8,
            "reports": 7,
            "chars": {"median": 420, "low": 260, "high": 700},
            "parts": 3,
            "points": [{"name": "粮食", "share": 0.875, "place": 0.3333, "moves": ["举措"], "examples": [named]}],
            "moves": [],
            "openings": [{"text": "坚持", "source": "corpus/甲.txt"}],
        },
    }
    assert skeleton_record(None) == {"schema": "drafter.skeleton/1", "skeleton": None}


def test_holdings_name_reports_use_and_what_was_left_out() -> None:
    bare = Source("乙.txt")
    held = Holdings(
        ((SOURCE, 10), (bare, 5)), {"reports": 2}, Coverage(0.5, 1 / 3, 1.0), (Phrase("振兴", 2, 2),),
        (("丙.txt", "乙.txt"),), (("丁.txt", "乙.txt"),), ("戊.txt",),
    )  # fmt: skip
    record = holdings_record(held)
    assert record["schema"] == "drafter.library/1"
    assert record["coverage"] == {"topic_chars": 0.5, "move_chars": 0.3333, "phrase_sentences": 1.0}
    assert record["reports"][0] == {
        **NAMED, "kind": "annual", "period": "2023年", "locality": "高兴镇", "county": "兴国县", "chars": 10,
    }  # fmt: skip
    assert record["reports"][1]["locality"] is None
    assert (record["repeats"], record["families"]) == (
        [{"path": "丙.txt", "same_as": "乙.txt"}],
        [{"path": "丁.txt", "like": "乙.txt"}],
    )
    assert record["forgotten"] == ["戊.txt"]
    assert json.loads(to_json(record)) == record
