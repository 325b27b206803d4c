"""What kinds of characters there are, and steps that clean single characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from drafter.text.changes import Change, swap

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
"""Chinese characters, as the inside of a regular expression's [ ]."""
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—"
"""Full-width punctuation, as the inside of a regular expression's [ ]."""

_LINE_END = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
# Controls, soft hyphen, zero-width and direction marks, and the private area where icon fonts keep their pictures.
_INVISIBLE = re.compile(
    "[\0-\b\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]+"
)
_PLAIN = {
    chr(code): chr(code - 0xFEE0)
    for first, last in ("０９", "ＡＺ", "ａｚ")
    for code in range(ord(first), ord(last) + 1)
}
_PLAIN |= dict(zip("％＋－／＝＆＃＠．―─", "%+-/=&#@.——", strict=True))
_PLAIN |= dict.fromkeys(
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_WIDE = re.compile(f"[{''.join(_PLAIN)}]")
_ONE_CHARACTER_NUMBER = re.compile("[⑴-⒛㈠-㈩]")
_PAYWALL = re.compile("##[A-Za-z_]+##")
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿɡɑ"
_READING = re.compile(f"[(（](?<=[{HAN}].)([a-zü{_TONED}]{{1,6}})[)）]")
_NOTE = re.compile(f"(?:【|\\[)(?<=[{HAN}{MARKS}%].)\\d{{1,3}}(?:】|\\](?!号))")
# A circled number is a note only before a mark or a line end: 包括①种植②养殖 counts items.
_CIRCLED_NOTE = re.compile(f"[①-⑳](?<=[{HAN}”’》）].)(?=[，。、；：？！”’）]|$)", re.M)


def _removed(pattern: re.Pattern[str], text: str) -> Iterator[Change]:
    return (Change(match.start(), match.end(), "") for match in pattern.finditer(text))


def unify_line_ends(text: str) -> Iterator[Change]:
    r"""Turn every kind of line end into \n."""
    return (Change(match.start(), match.end(), "\n") for match in _LINE_END.finditer(text))


def drop_invisible(text: str) -> Iterator[Change]:
    """Drop characters that print nothing."""
    return _removed(_INVISIBLE, text)


def unify_widths(text: str) -> Iterator[Change]:
    """Turn full-width letters, digits and signs into ASCII, every kind of space into a plain one, rules into dashes."""
    return swap(text, _WIDE.sub(lambda match: _PLAIN[match[0]], text))


def spell_numbers(text: str) -> Iterator[Change]:
    """Spell numbers that are one character: ⒈ ⑴ ㈠ become 1. (1) (一); ① stays, it has a meaning of its own."""
    for match in _ONE_CHARACTER_NUMBER.finditer(text):
        yield Change(match.start(), match.end(), unicodedata.normalize("NFKC", match[0]))


def drop_paywalls(text: str) -> Iterator[Change]:
    """Drop marks such as ##paidbegin## that sites put even inside a word."""
    return _removed(_PAYWALL, text)


def drop_readings(text: str) -> Iterator[Change]:
    """Drop the pinyin that converters put in brackets after a character: 規(guī)劃."""
    for match in _READING.finditer(text):
        if any(letter in _TONED for letter in match[1]) or _reads(text[match.start() - 1], match[1]):
            yield Change(match.start(), match.end(), "")


def _reads(character: str, syllable: str) -> bool:
    """Tell whether the toneless `syllable` is a reading of `character`: (km) is not."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - heavy, and hardly ever needed

    return syllable in pinyin(character, style=Style.NORMAL, heteronym=True)[0]


def drop_notes(text: str) -> Iterator[Change]:
    """Drop footnote marks after a word: 工程【1】 工程[1] 战略①，; never 【待补：…】 or 〔2024〕1号."""
    yield from sorted((*_removed(_NOTE, text), *_removed(_CIRCLED_NOTE, text)), key=lambda change: change.start)
