"""Sessions of the congress that disagree inside a draft: 第十八届…第三次会议 in the report to 第十九届…第五次会议."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.check.case import Case
from drafter.check.findings import finding
from drafter.model import Finding, Span
from drafter.text.numbering import from_han, to_han

_HAN = "[一二三四五六七八九十]{1,3}"
_SESSION = re.compile(f"第?({_HAN})届(?:人民代表大会|人大|议政代表会|议政会|居民议事会)(?:第)?({_HAN})次(?:会议|全会)?")
_TERM = re.compile(f"第?({_HAN})届(?:(?:人民代表大会|人大)(?!第?{_HAN}次)|(?:人民)?政府)")
_ABOVE = re.compile("全国|[省市县区旗州][^，。；\n]{0,1}$")


@dataclass(frozen=True, slots=True)
class Session:
    """A session as a draft names it."""

    span: Span
    term: int  # 届
    number: int  # 次; 0 where a term alone is named


def find_stale_sessions(case: Case) -> Iterator[Finding]:
    """Yield the sessions that cannot be where the report says which one it is given to."""
    named = list(_sessions(case.document.text))
    own = _own(case, named)
    if own is None:
        return
    for session in named:
        if session.span != own.span and _is_wrong(session, own):
            yield finding(
                case,
                session.span,
                rule="residue",
                kind="session",
                severity="error",
                message=f"“{session.span.of(case.document.text)}”与本次会议（{_spoken(own)}）对不上，疑为旧稿的残留",
                suggestion=f"本次会议请写“{_spoken(own)}”；指上次会议的，请核对届次",
            )


def _sessions(text: str) -> Iterator[Session]:
    for pattern in (_SESSION, _TERM):
        for match in pattern.finditer(text):
            if _ABOVE.search(text[max(0, match.start() - 2) : match.start()]):
                continue
            if set(match[1]) <= set("一二三四五六七八九十"):
                number = from_han(match[2]) if pattern is _SESSION else 0
                yield Session(Span(*match.span()), from_han(match[1]), number)


def _own(case: Case, named: Sequence[Session]) -> Session | None:
    """Return the session that the head of the report names, or else the one named most; None when none is certain."""
    head = [block.span for block in case.document.blocks if block.role in {"dateline", "title"}]
    for session in named:
        if session.number and any(span.covers(session.span) for span in head):
            return session
    terms = Counter(session.term for session in named).most_common(2)
    if len(terms) == 2 and terms[0][1] > terms[1][1]:
        return next(Session(each.span, each.term, 0) for each in named if each.term == terms[0][0])
    return None


def _is_wrong(session: Session, own: Session) -> bool:
    """Tell whether a session can neither be the own one nor an earlier one of its term."""
    if session.term == own.term:
        return bool(own.number) and session.number > own.number
    return session.term > own.term or own.number > 1 or (own.number == 0 and session.term != own.term)


def _spoken(session: Session) -> str:
    number = f"第{to_han(session.number)}次会议" if session.number else ""
    return f"第{to_han(session.term)}届{'人民代表大会' if number else ''}{number}"
