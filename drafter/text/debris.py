"""Steps that drop whole lines which are no part of a report: contents, page numbers, web pages' chrome, advertising."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.model import Span
from drafter.text.changes import Change, drop_line, lines

_BLANK = re.compile(r"\s\s+")

_CONTENTS_HEADING = re.compile(r"目\s*录")
_CONTENTS_LINE = re.compile(r".*?\S(?:\t[ \t]*|[.．…·—-]{3,}[ \t]*| {3,})\d{1,4}")
_LEADER_AND_PAGE = re.compile(r"(?:\.\.\.\.|……|····)[ \t]*\d{1,4}[ \t]*$", re.M)

_PAGE_NUMBER = re.compile(
    r"[—–-]+ *\d{1,4} *[—–-]+|第 ?\d{1,4} ?页(?:[，, /]*共 ?\d{1,4} ?页)?"
    r"|(?:Page|P\.?) ?\d{1,4}|\d{1,4} ?/ ?\d{1,4} ?页?"
)
_LONE_NUMBER = re.compile(r"\d{1,4}")
LEAST_PAGE = 200
"""Characters between two lone page numbers: a page holds about 600, a page of headings 300, a table cell under 150."""

_LABELS = (
    "来源|信息来源|文章来源|稿件来源|发布时间|发表时间|发布日期|成文日期|时间|日期|作者|编辑|责任编辑|责编|审核"
    "|浏览次数|浏览量|阅读量|阅读次数|点击数|点击量|访问量|访问次数|字号|字体|字体大小|分享|分享到|索引号|发布机构"
    "|文号|主题词|上一篇|下一篇|上一条|下一条|当前位置|您的位置|您当前的位置|您所在的位置|所在位置"
    "|相关报道|相关文档|相关链接|相关附件|相关新闻"
)
_BUTTONS = (
    "打印|打印本页|打印此页|打印文章|关闭|关闭窗口|关闭本页|全屏|下载|收藏|我要纠错|分享|加大|还原|减小|默认|首页|返回首页"
    "|返回顶部|返回列表|大|中|小|无障碍|扫一扫在手机打开当前页|高级搜索|下载文字版|下载图片版|分享到微信|点击图片进入专题"
)
_ORNAMENT = r"[【】\[\]|>×+《》 \t]"
_CHROME = re.compile(
    "|".join(
        (
            rf"(?:【我要纠错】|[【\[（(|])*(?:{_LABELS}) ?[:：>》].{{0,40}}",
            rf"(?:{_ORNAMENT}*(?:{_BUTTONS}))+{_ORNAMENT}*",
            r"首页 ?[>»›→].{0,60}",
            r"(?:主办|承办)(?:单位)?[:：][^。\n]{2,30}(?:主办|承办|技术支持|联系电话)(?:单位)?[:：][^。\n]{2,60}",
            rf"{_ORNAMENT}+",
            r"[-_=*~·.…—]{4,}",
            r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?",
        )
    )
)

# …政府工作报告_临河县人民政府网: what a browser's window is called
_SITE_BEHIND_TITLE = re.compile(
    r"[ \t_|—–-](?<=(?:报告|总结|计划).)[ \t]*(?:[-_|—–]+|(?<=[-_|—–]))[ \t]*[^\n_|，。]{2,20}"
    r"(?:政府|网|网站|门户|平台)(?:[ \t]*[-_|—–]+[^\n，。]{2,20})?$",
    re.M,
)
_FOOTER_CUES = ("版权所有", "ICP备", "公网安备", "网站标识码")

_ADVERT_CUES = re.compile(
    "素材库|网盘|代笔|润笔|代写|公众号|会员群?|客服|加入|联系|微信|QQ|扫码|关注|下载|(?i:svip|vip)|每日更新|PPT|认准|假冒"
    "|持续接单|好评如潮|更多(?:材料|范文|公文)"
)
_ADVERT_PROOF = re.compile(
    "素材库|代笔|润笔|代写|S(?i:vip)会员|s(?i:vip)会员|V(?i:ip)会员|v(?i:ip)会员|会员群|持续接单|谨防假冒|加(?:我|客服)?微信"
    "|公众号[:：]|客服[:：]|更多(?:材料|范文|公文)"
)
LONGEST_FOOTER = 120
"""Characters of the line that says who runs a page: a paragraph of a report that names 公网安备 is longer."""
LEAST_CUES = 3
"""Different cues an advertising line shows, one of them proof; no line of 164 real reports has two and a proof."""


def trim(text: str) -> Iterator[Change]:
    """Drop blank lines and white space at both ends of lines."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start:
        yield Change(0, start, "")
    for match in _BLANK.finditer(text, start, end):
        if "\n" in match[0]:
            yield Change(match.start(), match.end(), "\n")
    if start < end < len(text):
        yield Change(end, len(text), "")


def drop_contents(text: str) -> Iterator[Change]:
    """Drop a table of contents with its heading, and stray lines with a dotted leader and a page number."""
    leaders = _LEADER_AND_PAGE.finditer(text)
    contents = {Span(text.rfind("\n", 0, leader.start()) + 1, leader.end()) for leader in leaders}
    if _CONTENTS_HEADING.search(text):
        contents |= _listed_contents(text)
    return map(drop_line, sorted(contents))


def _listed_contents(text: str) -> set[Span]:
    """Return the lines of each table of contents that stands under a heading 目录, heading included."""
    found = list(lines(text))
    written = [line.of(text) for line in found]
    contents: set[Span] = set()
    for at, line in enumerate(written):
        if _CONTENTS_HEADING.fullmatch(line) and (entries := _entries(written[at + 1 :])):
            contents |= set(found[at : at + 1 + entries])
    return contents


def _entries(written: Sequence[str]) -> int:
    """Return how many of the lines after the heading 目录 are its entries.

    Entries end in a page number; without page numbers they run up to where the first of them comes again, as the
    report's first heading, and each comes again.
    """
    numbered = 0
    while numbered < len(written) and _CONTENTS_LINE.fullmatch(written[numbered]):
        numbered += 1
    if numbered or not written or written[0] not in written[1:]:
        return numbered
    end = written.index(written[0], 1)
    return end if set(written[:end]) <= set(written[end:]) else 0


def drop_page_numbers(text: str) -> Iterator[Change]:
    """Drop lines such as — 3 —, 第3页 共10页, and lone numbers that count up a page apart."""
    found = list(lines(text))
    pages = _lone_pages(text, [line for line in found if _LONE_NUMBER.fullmatch(text, line.start, line.end)])
    for line in found:
        if line in pages or _PAGE_NUMBER.fullmatch(text, line.start, line.end):
            yield drop_line(line)


def _lone_pages(text: str, lone: Sequence[Span]) -> set[Span]:
    """Return the lone numbers that are page numbers: they count up, and never by less than a page's text."""
    pairs = [pair for pair in pairwise(lone) if int(pair[1].of(text)) - int(pair[0].of(text)) == 1]
    if any(later.start - earlier.end < LEAST_PAGE for earlier, later in pairs):
        return set()
    return {line for pair in pairs for line in pair}


def drop_chrome(text: str) -> Sequence[Change]:
    """Drop what a web page puts around an article: lines (打印 关闭, 来源：…, rules), its name behind a title."""
    cues = [cue for cue in _FOOTER_CUES if cue in text]
    dropped = [drop_line(line) for line in lines(text) if _is_chrome(text, line, cues)]
    sites = (match.span() for match in _SITE_BEHIND_TITLE.finditer(text))
    kept = [Change(*site, "") for site in sites if not any(line.start <= site[0] <= line.end for line in dropped)]
    return sorted((*dropped, *kept), key=lambda change: change.start)


def _is_chrome(text: str, line: Span, cues: Sequence[str]) -> bool:
    return bool(_CHROME.fullmatch(text, line.start, line.end)) or (
        len(line) <= LONGEST_FOOTER and any(cue in line.of(text) for cue in cues)
    )


def drop_adverts(text: str) -> Iterator[Change]:
    """Drop advertising lines: several cues, at least one that no report would use."""
    if not _ADVERT_PROOF.search(text):
        return
    for line in lines(text):
        written = line.of(text)
        if _ADVERT_PROOF.search(written) and len(set(_ADVERT_CUES.findall(written))) >= LEAST_CUES:
            yield drop_line(line)
