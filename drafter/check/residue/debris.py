"""What web pages and vendors leave in a file, and reading drops: it would still be printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from drafter.check.case import Case
from drafter.check.findings import of_raw
from drafter.model import Finding, Span
from drafter.text.changes import Change, lines
from drafter.text.characters import drop_notes, drop_paywalls, drop_readings, unify_widths
from drafter.text.debris import drop_adverts, drop_chrome

# what reading drops -> what it is, and what the writer should do; one that runs through a text is told once
_KINDS: tuple[tuple[Callable[[str], Iterator[Change] | Sequence[Change]], str, str], ...] = (
    (drop_adverts, "这一行是广告，不是报告的内容", "请整行删去"),
    (drop_chrome, "这一行是网页上的文字，不是报告的内容", "请整行删去"),
    (drop_paywalls, "“{}”是网站的付费标记", "请删去"),
)
_SCATTERED: tuple[tuple[Callable[[str], Iterator[Change] | Sequence[Change]], str, str], ...] = (
    (drop_notes, "“{}”是文库的脚注标记，全文共 {} 处", "请全部删去"),
    (drop_readings, "“{}”是转换软件加的注音，全文共 {} 处", "请全部删去"),
)
# where footnote marks are those of notes that follow
_NOTES = re.compile(r"^\s*[\[【①（(]?1?[\]】）)]?.{0,20}(?:注释|名词解释)|^\s*(?:\[1\]|【1】|①)", re.M)
# blanks that a figure was to be put in, as on a form; reading takes them for layout
_BLANK = re.compile(
    r"(?<=[率比重幅])[ \u3000]+(?=[%％][，。；、])|"
    r"(?<=[，。；、资的约共达为到成计])[ \u3000]+(?=(?:万元|亿元|[%％]|个百分点|万人次|公里)[，。；、])"
    r"|(?<=[，。；：])[ \u3000]{2,}(?=[户个家名件处公亩条栋][\u4e00-\u9fff])|"
    r"(?<=[达为到成共约计长降])[ \u3000\t]{2,}(?=[天个万亿元%％户人亩家名件公吨])"
    r"|(?<=[\u4e00-\u9fff])[ \u3000]{2,}"
    r"(?=(?:公里|千米|平方米|万元|亿元|盏|户|人次|亩|个百分点|吨|[%％])[，。；、\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])(?<![各到办用亿万千百])[ \u3000]+"
    r"(?=(?:处|栋|盏|%|％|万?(?:平方米|立方米|元|亩|人次|公里|千瓦|吨))[，。；、])"
    r"|(?<=[，。；：](?:检|排|走|新|完|投|发|培|整|改|引|化|调|办|接|建|开|举|清|栽|惠|带|安|争|兑)[查访建增成入放训治造进解处理待展办运植及动排取现])"
    r"[ \u3000]{2,}(?=[\u4e00-\u9fff][^\n\u3000 ]{2,}[，。；])"
)
_DOUBLED = re.compile(r"[，、；：,]{2,}|(?<!。)。{2}(?!。)|[，、；：]。|。[，、；：]|[.,][。，]|[？！]。")
MANY = 5  # lines of a kind; more are told once
_MARKUP = re.compile(
    r"https?://[^\s，。；）]+|www\.[\w.-]+\.\w+|</?[a-zA-Z][^<>\n]{0,60}>|&(?:nbsp|amp|lt|gt|quot|#\d+);?"
    r"|(?:更多|全部)[^，。\n]{0,10}(?:请(?:访问|关注|登录|点击|搜索|加)|尽在)[^，。\n]{0,24}"
    r"|(?:本文|本资料)(?:来源于?|来自|转载自|由)[^，。\n]{0,16}(?:网|库|号|整理|提供)"
    r"|(?:点击|扫码|扫描二维码)(?:查看|下载|关注|加入|领取)[^，。\n]{0,12}"
    r"|(?:责任编辑|责编|阅读量|浏览次数|公众号)[:：][^，。\n]{0,12}|(?:来源|作者|编辑)：[^，。；\n]{2,16}(?:网|日报|公众号)"
    r"|百度文库|道客巴巴|豆丁网|原创力文档|文秘帮|笔杆子网|公文网|范文网"
)


# what stands in the raw text -> its kind, what it is, and what the writer should do
_WRITTEN = (
    (_MARKUP, "debris", "“{}”是网页、文库留下的，不是报告的内容", "请删去"),
    (_DOUBLED, "debris", "“{}”是重复、冲突的标点", "请只留一个"),
    (_BLANK, "gap", "这里空着，没有填数字", "请填上实际的数字"),
)


def find_debris(case: Case) -> Iterator[Finding]:
    """Yield the debris of a draft, in the raw text: in the report, and right before and behind it."""
    raw = case.document.raw
    text = _plain(raw)
    reach = _reach(case, text)
    for drop, message, advice in _KINDS:
        found = (_inked(raw, Span(change.start, change.end)) for change in drop(text))
        spans = [span for span in found if len(span) and reach.covers(span)]
        told = spans if len(spans) <= MANY else spans[:1]
        for span in told:
            more = f"，全文共 {len(spans)} 处" if len(spans) > MANY else ""
            yield _finding(case, span, message.format(span.of(raw)) + more, advice)
    for pattern, kind, message, advice in _WRITTEN:
        for match in pattern.finditer(text):
            if reach.covers(span := Span(*match.span())):
                yield _finding(case, span, message.format(match.group()), advice, kind)
    for drop, message, advice in _SCATTERED:
        if drop is drop_notes and _NOTES.search(text):
            continue
        spans = [span for change in drop(text) if reach.covers(span := Span(change.start, change.end))]
        if spans:
            yield _finding(case, spans[0], message.format(spans[0].of(raw), len(spans)), advice)


def _finding(case: Case, span: Span, message: str, advice: str, kind: str = "debris") -> Finding:
    return of_raw(case, span, rule="residue", kind=kind, severity="error", message=message, suggestion=advice)


def _plain(raw: str) -> str:
    """Return the raw text with full-width letters and figures made plain, character for character."""
    return next((change.text for change in unify_widths(raw)), raw)


def _inked(raw: str, span: Span) -> Span:
    """Return the span without white space at its ends."""
    words = span.of(raw)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _reach(case: Case, text: str) -> Span:
    """Return the report's own stretch of the raw text, drawn out over the debris beside it."""
    own = case.document.raw_span(Span(0, len(case.document.text)))
    dropped = {(change.start, change.end) for drop in (drop_adverts, drop_chrome) for change in drop(text)}
    found = list(lines(text))
    start, end = own.start, own.end
    for line in reversed([line for line in found if line.end <= own.start]):
        if line.of(text).strip() and (line.start, line.end) not in dropped:
            break
        start = line.start
    for line in (line for line in found if line.start >= own.end):
        if line.of(text).strip() and (line.start, line.end) not in dropped:
            break
        end = line.end
    return Span(start, end)
