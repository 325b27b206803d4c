"""The library file: its tables, and how older files are brought up to them."""

from __future__ import annotations

import sqlite3

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # where the library comes from: the files, and what made it of them
        "CREATE TABLE files (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE documents (
            number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
            kind TEXT, year INTEGER, part TEXT, locality TEXT, county TEXT, city TEXT, province TEXT,
            speaker TEXT NOT NULL, text TEXT NOT NULL, offsets BLOB NOT NULL, chars INTEGER NOT NULL)""",
        """CREATE TABLE sections (
            document INTEGER NOT NULL REFERENCES documents, number INTEGER NOT NULL, parent INTEGER NOT NULL,
            level INTEGER NOT NULL, title TEXT NOT NULL, topic TEXT NOT NULL, chapter TEXT NOT NULL,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            PRIMARY KEY (document, number)) WITHOUT ROWID""",
        # the paragraphs of the sections, in order, each with the moves of its clauses; blanks between, equal ones once
        """CREATE TABLE points (
            document INTEGER NOT NULL REFERENCES documents, section INTEGER NOT NULL, number INTEGER NOT NULL,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL, lead TEXT NOT NULL, topic TEXT NOT NULL,
            moves TEXT NOT NULL, PRIMARY KEY (document, section, number)) WITHOUT ROWID""",
        # what was left out: reports that equal another or (families) nearly do, passages that another had
        # first, and files the writer wants forgotten
        "CREATE TABLE repeats (path TEXT PRIMARY KEY, same_as TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE families (path TEXT PRIMARY KEY, like_path TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE reprints (
            path TEXT NOT NULL, of_path TEXT NOT NULL, passages INTEGER NOT NULL, PRIMARY KEY (path, of_path))
            WITHOUT ROWID""",
        "CREATE TABLE forgotten (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID",
        # what was mined: numbered best first; `sources` holds the numbers of documents with blanks between,
        # `words` of a phrase a 1 for each character that begins a word and a 0 for the rest
        """CREATE TABLE phrases (
            number INTEGER PRIMARY KEY, text TEXT NOT NULL, count INTEGER NOT NULL, doc_count INTEGER NOT NULL,
            topic TEXT NOT NULL, move TEXT NOT NULL, sources TEXT NOT NULL,
            words TEXT NOT NULL, year INTEGER NOT NULL, localities INTEGER NOT NULL)""",
        """CREATE TABLE clauses (
            number INTEGER PRIMARY KEY, text TEXT NOT NULL, move TEXT NOT NULL, topic TEXT NOT NULL,
            localities INTEGER NOT NULL, pure INTEGER NOT NULL, sources TEXT NOT NULL)""",
        "CREATE INDEX clauses_by_move ON clauses (move, topic)",
        """CREATE TABLE frames (
            number INTEGER PRIMARY KEY, text TEXT NOT NULL, move TEXT NOT NULL, topic TEXT NOT NULL,
            doc_count INTEGER NOT NULL, indicator TEXT NOT NULL, head TEXT NOT NULL, sources TEXT NOT NULL)""",
        "CREATE INDEX frames_by_indicator ON frames (indicator)",
        "CREATE INDEX frames_by_head ON frames (head)",
        """CREATE TABLE headings (
            number INTEGER PRIMARY KEY, text TEXT NOT NULL, level INTEGER NOT NULL, topic TEXT NOT NULL,
            pattern TEXT NOT NULL, document INTEGER NOT NULL, parallel INTEGER NOT NULL, pure INTEGER NOT NULL)""",
        "CREATE INDEX headings_by_level ON headings (level, topic)",
        # for looking things up: the syllables of each character, and the reuse index
        "CREATE TABLE initials (character TEXT PRIMARY KEY, syllables TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE postings (name TEXT PRIMARY KEY, data BLOB NOT NULL)",
    ),
)
"""What turns a library of version n into one of version n + 1; the first makes it from nothing."""

VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a library file; 0 when it is none. Raise sqlite3.DatabaseError when it is no database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a library file up to VERSION, one version a transaction; `connection` must not open its own."""
    for version in range(version_of(connection), VERSION):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in MIGRATIONS[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")
        except sqlite3.Error:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
