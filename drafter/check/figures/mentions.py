"""The things a report counts, each time it counts them, the noun before the figure or behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.check.figures.account import Account, amount
from drafter.check.figures.amounts import Interval, interval
from drafter.check.figures.entries import Entry
from drafter.check.figures.sayings import Saying, Setting
from drafter.check.figures.things import deed_in, noun_at, thing_of
from drafter.check.figures.units import unit
from drafter.model import Span
from drafter.text.quantities import Figure, figures

_LEAD = re.compile("[^，。；：、（）()\\d\\s]*$")
_BEHIND = re.compile("(?:[^，。；：、（）()\\d\\s]|\\dG){2,16}")
_ALL_BEFORE = re.compile("全[镇乡]的?$|全部$|所有$|全体$|(?<!等)的$|[将把]$|^这$|上述$")
_ALL_BEHIND = re.compile("全部|全都|均|都|全面|悉数|无一")
_PART = re.compile(
    "其中|另有?|余下|其余|剩余|还有|[为对给向使让由从]$|等$|第$|[省市县区国]级$|部分|首批|一批|每|各|新$"
)
_BECAME = re.compile(
    "(?<=..)(?:全部|全都|均|都|已|实现|得到|正在|全面|顺利|如期|按期|开工|竣工|投产|建成|启动|参与|参加|常态|纳入|履职|活跃|奋战|坚守|无一|收入(?:稳定|持续|稳步))"
)
_RATES = frozenset("%‰倍成")


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure that counts a thing."""

    noun: str  # what is counted, by its one name
    deed: str  # what was done to it; "" where it is only there
    value: Interval
    printed: str  # with hedges, without unit
    unit: str  # by its one name
    span: Span  # in the draft's text, unit included
    saying: Saying
    setting: Setting
    behind: bool  # the noun stands behind the figure
    definite: bool  # it is said of all of them, as known: 全镇|1362名党员, 办理的|38件建议
    whole: bool  # it may be all: 保洁员156名; 竣工的|15个 may be some
    said: str  # what is counted, as it is printed

    @property
    def before(self) -> str:
        """Return what the sentence says before the figure."""
        return self.saying.text[: self.span.start - self.saying.span.start]


def mentions(account: Account) -> list[Mention]:
    """Return the figures that count a thing, in order: those that name it, and those before a noun so known."""
    named = {mention.span.end: mention for mention in _named(account)}
    before = {mention.noun for mention in named.values() if not mention.behind}
    governed = {mention.noun for mention in named.values() if mention.behind and mention.deed}
    counted = {mention.span.end: mention for mention in _counted(account, (before, governed - before))}
    found = sorted((named | counted).values(), key=lambda mention: mention.span.start)
    ends: defaultdict[str, set[str]] = defaultdict(set)
    for mention in found:
        ends[mention.noun[-2:]].add(mention.noun)
    return [replace(mention, noun=_whole_noun(mention, ends[mention.noun[-2:]])) for mention in found]


def _whole_noun(mention: Mention, nouns: Collection[str]) -> str:
    """Return a noun, for a shortened one that which the sentence spoke of: 雨污管网改造…，铺设|管网|6.9公里."""
    noun = mention.noun
    longer = [each for each in nouns if each != noun and each.endswith(noun) and each in mention.before]
    return longer[0] if len(longer) == 1 else noun


def _named(account: Account) -> Iterator[Mention]:
    """Yield the figures whose noun stands before them, or whose verb does: 保洁员156名, 选聘156名保洁员."""
    sayings = {saying.span.start: saying for saying in account.sayings}
    for entry in account.entries:
        span, value = entry.stated.span("value"), amount(entry)
        if span is None or value is None or entry.total or entry.stated.unit in _RATES:
            continue
        behind = entry.stated.named[-1].start >= span.end
        became = _BECAME.search(entry.stated.indicator) if behind else None
        thing = thing_of(entry.stated.indicator[: became.start() if became else None])
        yield Mention(
            thing.noun,
            thing.deed,
            value,
            entry.stated.value,
            unit(entry.stated.unit) or _unit_of(thing.noun),
            span.shift(entry.sentence.start),
            sayings[entry.sentence.start],
            _setting(entry, sayings[entry.sentence.start], span, behind=behind),
            behind=behind,
            definite=False,
            whole=not (behind and _PART.search(_lead(entry.said, span.start))),
            said=entry.stated.indicator,
        )


def _setting(entry: Entry, saying: Saying, span: Span, *, behind: bool) -> Setting:
    return saying.setting(span.start, 0) if behind else Setting(entry.time, entry.place, entry.aim)


def _counted(account: Account, nouns: Sequence[Collection[str]]) -> Iterator[Mention]:
    """Yield the figures before a noun that is counted elsewhere, whatever is told of it: 将|165名|保洁员…."""
    starts = [saying.span.start for saying in account.sayings]
    for figure in figures(account.text):
        at = bisect_right(starts, figure.span.start) - 1
        if at < 0 or figure.unit in _RATES:
            continue
        behind = _BEHIND.match(account.text, figure.span.end + account.text.startswith("的", figure.span.end))
        noun = next(filter(None, (noun_at(behind[0], each) for each in nouns)), "") if behind else ""
        if noun and behind and (mention := _mention(figure, account.sayings[at], noun, behind[0])):
            yield mention


def _mention(figure: Figure, saying: Saying, noun: str, behind: str) -> Mention | None:
    span = figure.span.shift(-saying.span.start)
    printed = span.of(saying.text).removesuffix(figure.unit)
    value = interval(figure.hedge + printed)
    if value is None or figure.upper is not None:
        return None
    lead = _lead(saying.text, span.start)
    part, deed = _PART.search(lead), deed_in(lead)
    return Mention(
        noun,
        deed,
        value,
        figure.hedge + printed,
        unit(figure.unit) or _unit_of(noun),
        figure.span,
        saying,
        saying.setting(span.start, 0),
        behind=True,
        definite=not part and bool(_ALL_BEFORE.search(lead) or _ALL_BEHIND.search(behind)),
        whole=not part and (bool(deed) or len(behind) <= len(noun) + 1),
        said=noun,
    )


def _lead(text: str, at: int) -> str:
    """Return the words before a figure, back to the mark or the figure before."""
    found = _LEAD.search(text, 0, at)
    return found[0] if found else ""


def _unit_of(noun: str) -> str:
    """Return the unit that a noun has in itself: 4.2万|人口."""
    return "人" if noun.endswith("人口") else ""
