"""What the library is asked: the queries of `store`."""

from __future__ import annotations

SOURCES = """SELECT path, title, kind, year, part, locality, county, city, province, speaker
    FROM documents ORDER BY number"""
REPORT = """SELECT path, title, kind, year, part, locality, county, city, province, speaker, text, offsets
    FROM documents WHERE number = ?"""
PHRASES = """SELECT number, text, count, doc_count, sources, topic, move, year, localities
    FROM phrases WHERE number IN (SELECT value FROM json_each(?))"""
RANKED = "SELECT text, words, topic, move, doc_count, localities, year FROM phrases ORDER BY number"
SECTIONS = 'SELECT document, number, parent, level, title, topic, chapter, start, "end" FROM sections'
POINTS = 'SELECT document, section, start, "end", lead, topic, moves FROM points'
MOVES = """SELECT points.moves FROM points
    JOIN sections ON sections.document = points.document AND sections.number = points.section
    JOIN documents ON documents.number = points.document
    WHERE sections.chapter = ? AND (? = '' OR points.topic = ?) AND (? IS NULL OR documents.kind = ?)"""
STATS = """SELECT (SELECT COUNT(*) FROM documents), (SELECT COALESCE(SUM(chars), 0) FROM documents),
    (SELECT COUNT(*) FROM phrases), (SELECT COUNT(*) FROM clauses), (SELECT COUNT(*) FROM frames),
    (SELECT COUNT(*) FROM headings), (SELECT COUNT(*) FROM sections WHERE title != '')"""
COUNTED = ("reports", "chars", "phrases", "clauses", "frames", "headings", "sections")
FRAMES_OF = "SELECT text, move, topic, doc_count, sources, indicator FROM frames WHERE indicator = ? ORDER BY number"
FRAMES_OF_HEAD = "SELECT text, move, topic, doc_count, sources, indicator FROM frames WHERE head = ? ORDER BY number"
ALL_FRAMES = "SELECT text, move, topic, doc_count, sources, indicator FROM frames ORDER BY number"
COMMON_CLAUSES = """SELECT text, move, topic, localities, sources, pure FROM clauses
    WHERE pure OR localities >= ? ORDER BY number"""
ANYONES = """SELECT text, move, topic, localities, sources, pure FROM clauses
    WHERE pure AND localities >= ? ORDER BY number"""
PURE = "SELECT text FROM clauses WHERE pure UNION SELECT text FROM headings WHERE pure"
REPRINTS = "SELECT path, of_path, passages FROM reprints ORDER BY path, of_path"
TEXTS = "SELECT text FROM documents ORDER BY number"
ON_TOPIC = """SELECT document, start, "end" FROM sections WHERE topic != ''
    UNION ALL SELECT document, start, "end" FROM points WHERE topic != ''"""
