"""Word files whose layout is right, each made in another way: by drafter for every kind of report, and by hand.

The hand-made ones get the same look through other style names, inheritance, theme fonts, units and page numbers, as
offices' own templates do.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from drafter import app
from drafter.config import Workspace

OUTLINE = Path(__file__).parents[2] / "templates" / "outlines" / "示例_半年报告.yaml"
KINDS = {"半年报告": "2024年上半年", "年度报告": "2024年", "三季度报告": "2024年前三季度", "总结与计划": "2024年"}
TEXT: tuple[tuple[str, str], ...] = (
    ("title", "清河镇2024年上半年工作总结及下半年工作计划"),
    ("dateline", "——2024年8月23日在清河镇第十九届人民代表大会第七次会议上"),
    ("speaker", "清河镇人民政府镇长　某某"),
    ("call", "各位代表："),
    ("body", "现在，我代表镇人民政府，向大会报告工作，请予审议，并请列席会议的同志提出意见。"),
    ("h1", "一、2024年上半年工作回顾"),
    ("body", "今年以来，全镇上下坚持稳中求进，实现地区生产总值12.6亿元，增长6.5%，经济运行总体平稳。"),
    ("h2", "（一）聚焦产业发展，质量效益稳步提升"),
    ("body", "新增高标准农田4977亩，发放各类补贴18.5万元，早稻面积稳定在2.1万亩，粮食安全根基更牢。"),
    ("h3", "1.特色农业加快发展"),
    ("body", "建成新圩村育秧中心，推广“稻油轮作”模式，带动320户农户增收，亩均效益提高近两成。"),
    ("h4", "（1）做强水稻产业"),
    ("body", "培育种粮大户26户，组建农机专业合作社5家，耕种收综合机械化率达到87%，比去年同期有所提高。"),
    ("h2", "（二）聚焦乡村建设，城乡面貌持续改善"),
    ("body", "扎实推进“四好农村路”建设，改造危旧桥梁3座，硬化通组公路12公里，群众出行更加便捷。"),
    ("body", "深入开展人居环境整治，清理沟渠塘坝40余处，拆除空心房屋，村容村貌焕然一新。"),
    ("h1", "二、下半年工作打算"),
    ("body", "下半年，我们将紧扣全年目标任务，抓重点、补短板、强弱项，确保各项工作落到实处。"),
    ("h2", "（一）全力以赴抓项目"),
    ("body", "加快园区配套设施建设，力争4个项目年内竣工，固定资产投资（不含农户投资）完成8.2亿元，增长9%左右。"),
    ("h2", "（二）用心用情惠民生"),
    ("body", "办好10件民生实事，新建农村养老服务站6个，让改革发展成果更多更公平惠及全镇人民。"),
    ("body", "各位代表，目标催人奋进，实干成就未来。让我们在县委、县政府的坚强领导下，共同开创清河发展新局面。"),
)  # fmt: skip
WORKS = "新建集中供水点3处，铺设管网12.6公里，惠及群众1.2万人，让边远村组的群众喝上安全水"
LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
FACES = {
    "title": "方正小标宋简体",
    "h1": "黑体",
    "h2": "楷体_GB2312",
    "dateline": "楷体_GB2312",
    "speaker": "楷体_GB2312",
}
FANGSONG = "仿宋_GB2312"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def good_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a name and the content of each file; `folder` takes what is written on the way."""
    for kind, period in KINDS.items():
        yield f"drafter {kind}", _built(kind, period, folder)
    yield "drafter 长表", _built("半年报告", KINDS["半年报告"], folder, rows=45)
    for maker in (own_names, inherited, themed, word_like, wps_like, tabled, gridded):
        yield maker.__name__, maker()


def _built(kind: str, period: str, folder: Path, *, rows: int = 0) -> bytes:
    """Let drafter build the sample outline as another kind of report, its 民生实事 longer by some rows."""
    outline = OUTLINE.read_text(encoding="utf-8")
    outline = outline.replace("报告类型: 半年报告", f"报告类型: {kind}").replace(
        "期间: 2024年上半年", f"期间: {period}"
    )
    outline += "".join(
        f"  - {{项目: 第{number}件实事, 建设内容: {WORKS}, 进展: 完成}}\n" for number in range(6, 6 + rows)
    )
    source, target = folder / f"{kind}.yaml", folder / f"{kind}.docx"
    source.write_text(outline, encoding="utf-8")
    app.build(Workspace(folder), source, output=target, bare=True)
    return target.read_bytes()


def own_names() -> bytes:
    """Make a file with styles of the office's own names, twips for indents, 28 points, figures in Times New Roman."""
    file = Handmade()
    for role in dict.fromkeys(role for role, _ in TEXT):
        look = {"line": "exact", "pitch": 28 * 20, "first": 640 if _is_set_in(role) else 0}
        file.style(role, f"我办{role}", latin="Times New Roman", **look)
    return file.content(number=complex_number)


def inherited() -> bytes:
    """Make a file whose headings are based on its body text, whose body is based on a style that is no one's."""
    file = Handmade()
    file.style("base", "公文基准", size=32, line="exact", pitch=579)
    file.style("body", "公文内容", based="base", face="", size=0, chars=200)
    for role in ("h1", "h2", "h3", "h4"):
        file.style(role, f"公文内容{role}", based="body", face=FACES.get(role, ""), size=0)
    for role in ("dateline", "speaker", "call"):
        file.style(role, f"居中{role}", based="base", face=FACES.get(role, ""), size=0)
    file.style("title", "大标题", based="base", line="exact", pitch=700)
    return file.content(number=complex_number)


def themed() -> bytes:
    """Make a file whose body face is that of its theme, by the defaults of the file."""
    file = Handmade(theme="仿宋")
    for role in dict.fromkeys(role for role, _ in TEXT):
        face = FACES.get(role)
        file.style(role, f"主题{role}", face=face or "", line="exact", pitch=579, chars=200 if _is_set_in(role) else 0)
    return file.content(number=simple_number)


def word_like() -> bytes:
    """Make a file with Word's own style names, a page grid that sets the pitch, faces of another foundry."""
    file = Handmade(grid=579)
    names = {
        "title": "Title",
        "body": "Body Text",
        "call": "Salutation",
        **{f"h{n}": f"heading {n}" for n in range(1, 5)},
    }
    other = {FANGSONG: "方正仿宋_GBK", "楷体_GB2312": "方正楷体_GBK", "黑体": "方正黑体_GBK"}
    for role in dict.fromkeys(role for role, _ in TEXT):
        face = FACES.get(role, FANGSONG)
        file.style(
            role, names.get(role, f"Report {role}"), face=other.get(face, face), chars=200 if _is_set_in(role) else 0
        )
    return file.content(number=framed_number)


def wps_like() -> bytes:
    """Make a file as WPS writes them: numbers for ids, characters and twips side by side, the number in a box."""
    file = Handmade(kept=True)
    for role in dict.fromkeys(role for role, _ in TEXT):
        both = {"chars": 200, "first": 632} if _is_set_in(role) else {}
        file.style(role, f"样式{len(file.styles)}", face=FACES.get(role, "仿宋"), line="exact", pitch=580, **both)
    return file.content(number=boxed_number)


def tabled() -> bytes:
    """Make a file with a table of several pages, as Word's own commands set it, and a small one that names no width."""
    file = Handmade()
    for role in dict.fromkeys(role for role, _ in TEXT):
        file.style(role, f"表{role}", line="exact", pitch=579, chars=200 if _is_set_in(role) else 0)
    content = docx.Document(io.BytesIO(file.content(number=complex_number)))
    for count, width in ((60, 9060), (4, 0)):
        content.element.body.insert_element_before(_table(count, width), "w:sectPr")
        content.element.body.insert_element_before(_xml("<w:p/>"), "w:sectPr")
    buffer = io.BytesIO()
    content.save(buffer)
    return buffer.getvalue()


def _table(count: int, width: int) -> Any:
    """Return a table of as many rows, `width` twips wide (0: fitted by Word), its outer padding hung out."""
    look = '<w:rPr><w:rFonts w:eastAsia="宋体" w:hint="eastAsia"/><w:sz w:val="24"/></w:rPr>'
    texts = [("序号", "项目", "主要内容"), *((str(row), f"第{row}件", WORKS) for row in range(1, count))]
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/>{'' if number else '<w:tblHeader/>'}</w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="dxa"/></w:tcPr>'
            f"<w:p><w:r>{look}<w:t>{text}</w:t></w:r></w:p></w:tc>"
            for share, text in zip((1060, 3000, 5000), row, strict=True)
        )
        + "</w:tr>"
        for number, row in enumerate(texts)
    )
    named = f'<w:tblW w:w="{width}" w:type="{"dxa" if width else "auto"}"/>'
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in (1060, 3000, 5000))
    return _xml(f"<w:tbl><w:tblPr>{named}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")


def gridded() -> bytes:
    """Make a file whose page grid counts lines and characters, 22 of 28, by type of 16 points."""
    file = Handmade(grid=579, spread=-848)
    for role in dict.fromkeys(role for role, _ in TEXT):
        file.style(role, f"网格{role}", chars=200 if _is_set_in(role) else 0)
    return file.content(number=complex_number)


def _is_set_in(role: str) -> bool:
    return role in {"body", *LEVELS}


Number = Callable[[str], str]


class Handmade:
    """A Word file made by hand."""

    def __init__(self, *, theme: str = "", grid: int = 0, spread: int = 0, kept: bool = False) -> None:
        self.document = docx.Document()
        self.styles: dict[str, str] = {}
        self.theme = theme
        section = self.document.sections[0]._sectPr
        for old in [*section.findall(qn("w:docGrid")), *section.findall(qn("w:pgSz")), *section.findall(qn("w:pgMar"))]:
            section.remove(old)
        sizes = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1361" w:gutter="0"'
        section.insert(0, _xml('<w:pgSz w:w="11906" w:h="16838"/>'))
        section.insert(1, _xml(f"<w:pgMar {sizes}/>"))
        if grid:
            sort = f'w:type="linesAndChars" w:charSpace="{spread}"' if spread else 'w:type="lines"'
            section.append(_xml(f'<w:docGrid {sort} w:linePitch="{grid}"/>'))
        root = self.document.styles.element
        for old in root.findall(qn("w:style")):
            if not kept:
                root.remove(old)
        face = 'w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorEastAsia" w:hAnsiTheme="minorEastAsia"'
        fonts = face if theme else 'w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="宋体"'
        old = root.find(qn("w:docDefaults"))
        root.replace(
            old,
            _xml(
                f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/></w:rPr></w:rPrDefault>"
                "<w:pPrDefault/></w:docDefaults>"
            ),
        )

    def style(
        self,
        role: str,
        name: str,
        *,
        based: str = "",
        face: str | None = None,
        latin: str = "",
        size: int = -1,
        line: str = "",
        pitch: int = 0,
        first: int = 0,
        chars: int = 0,
    ) -> None:
        """Add the style of a role; no face or size of its own when "" or 0."""
        face = FACES.get(role, FANGSONG) if face is None else face
        size = (44 if role == "title" else 32) if size < 0 else size
        self.styles[role] = f"s{len(self.styles) + 1}"
        fonts = f'<w:rFonts w:eastAsia="{face}" w:ascii="{latin or face}" w:hAnsi="{latin or face}"/>' if face else ""
        spacing = f'<w:spacing w:line="{pitch}" w:lineRule="{line}"/>' if line else ""
        given = [f'w:firstLineChars="{chars}"'] * bool(chars) + [f'w:firstLine="{first}"'] * bool(first)
        indent = f"<w:ind {' '.join(given)}/>" if given else ""
        place = "center" if role in {"title", "dateline", "speaker"} else "both"
        outline = f'<w:outlineLvl w:val="{LEVELS[role] - 1}"/>' if role in LEVELS else ""
        parent = f'<w:basedOn w:val="{self.styles[based]}"/>' if based else ""
        sized = f'<w:sz w:val="{size}"/>' if size else ""
        bold = "<w:b/>" if role == "h3" else ""
        self.document.styles.element.append(
            _xml(
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.styles[role]}">'
                f'<w:name w:val="{name}"/>{parent}'
                f"<w:pPr>{spacing}{indent}<w:jc w:val='{place}'/>{outline}</w:pPr>"
                f"<w:rPr>{fonts}{bold}{sized}</w:rPr></w:style>"
            )
        )

    def content(self, *, number: Number) -> bytes:
        """Return the file with the sample text and page numbers."""
        for role, text in TEXT:
            self.document.element.body.insert_element_before(_paragraph(text, self.styles[role]), "w:sectPr")
        section = self.document.sections[0]
        self.document.settings.odd_and_even_pages_header_footer = True
        for foot, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            foot.is_linked_to_previous = False
            root: Any = foot._element
            for old in list(root):
                root.remove(old)
            root.append(_xml(number(side)))
        buffer = io.BytesIO()
        self.document.save(buffer)
        return with_theme(buffer.getvalue(), self.theme) if self.theme else buffer.getvalue()


def _paragraph(text: str, style: str) -> Any:
    return _xml(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
        f"<w:t>{text}</w:t></w:r></w:p>"
    )


def _xml(xml: str) -> Any:
    end = min(at for at in (xml.find(" "), xml.find(">"), xml.find("/>")) if at > 0)
    return parse_xml(f"{xml[:end]} {nsdecls('w')} xmlns:wp='{WP}'{xml[end:]}")


def with_theme(content: bytes, face: str) -> bytes:
    """Return a file whose theme names `face` for Chinese characters."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("word/theme/"):
                part = part.replace(b'<a:ea typeface=""/>', f'<a:ea typeface="{face}"/>'.encode())
            archive.writestr(name, part)
    return target.getvalue()


# --- page numbers ---------------------------------------------------------------------------------------------------

_LOOK = '<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>'
_FIELD = (
    f'<w:r>{_LOOK}<w:fldChar w:fldCharType="begin"/></w:r>'
    f"<w:r>{_LOOK}<w:instrText> PAGE  \\* MERGEFORMAT </w:instrText></w:r>"
    f'<w:r>{_LOOK}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{_LOOK}<w:t>1</w:t></w:r>'
    f'<w:r>{_LOOK}<w:fldChar w:fldCharType="end"/></w:r>'
)
_DASH = f"<w:r>{_LOOK}<w:t xml:space='preserve'>{{}}</w:t></w:r>"
_LINE = _DASH.format("— ") + _FIELD + _DASH.format(" —")


def complex_number(side: str) -> str:
    """Return the foot of a page with a field of three parts."""
    return f'<w:p><w:pPr><w:jc w:val="{side}"/></w:pPr>{_LINE}</w:p>'


def simple_number(side: str) -> str:
    """Return the foot of a page with a field of one element."""
    field = f'<w:fldSimple w:instr="PAGE"><w:r>{_LOOK}<w:t>1</w:t></w:r></w:fldSimple>'
    return f'<w:p><w:pPr><w:jc w:val="{side}"/></w:pPr>{_DASH.format("—")}{field}{_DASH.format("—")}</w:p>'


def framed_number(_side: str) -> str:
    """Return the foot of a page with the number in a frame on the outer side."""
    return (
        f'<w:p><w:pPr><w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="outside" w:y="1"/></w:pPr>{_LINE}</w:p>'
    )


def boxed_number(_side: str) -> str:
    """Return the foot of a page with the number in a text box on the outer side."""
    box = f"<w:txbxContent><w:p>{_LINE}</w:p></w:txbxContent>"
    anchor = (
        f"<wp:anchor><wp:positionH relativeFrom='margin'><wp:align>outside</wp:align></wp:positionH>{box}</wp:anchor>"
    )
    return f"<w:p><w:r><w:drawing>{anchor}</w:drawing></w:r></w:p>"
