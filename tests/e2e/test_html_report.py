"""The HTML pages in a real headless Chromium, driven through chromedriver by the W3C WebDriver protocol."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.model import CheckResult, Edit, Finding, Match, Paragraph, Piece, Report, Span, Table
from drafter.render.html import write_html, write_report_html

pytestmark = pytest.mark.e2e

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",  # no smooth scrolling to wait for
)
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # WebDriver, 11: what an element's id is called
ARROW_RIGHT = "\ue014"
READABLE = 4.5  # WCAG 2.2, 1.4.3: contrast of text

PLAIN = "坚持把产业发展作为第一要务，狠抓项目建设，做优营商环境，全镇经济保持平稳增长，群众收入稳步提高。"
COPIED = "扎实推进“四好农村路”建设，改造危旧桥梁3座，硬化通组公路12公里，群众出行更加便捷。"
ORIGINAL = "扎实推进“四好农村路”建设，改造危旧桥梁5座，硬化通组公路12公里，群众出行更加便捷。"
FORMULA = "以习近平新时代中国特色社会主义思想为指导"
HOSTILE = '<script>document.title = "劫持"</script><img src=x onerror="document.title=\'劫持\'">'
EVERY = 8  # every eighth paragraph holds a finding


class Browser:
    """A headless Chromium and what a reader does with it."""

    def __init__(self, port: str, profile: Path) -> None:
        self.root = f"http://127.0.0.1:{port}"
        options = {"args": [*FLAGS, f"--user-data-dir={profile}"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        session = self.call("POST", "/session", capabilities={"alwaysMatch": wanted})["sessionId"]
        self.root += f"/session/{session}"

    def call(self, method: str, path: str, **body: Any) -> Any:
        """Send a WebDriver command; return its value."""
        data = None if method == "GET" else json.dumps(body).encode()
        request = urllib.request.Request(self.root + path, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  our own chromedriver
            return json.load(answer)["value"]

    def open(self, path: Path, *, width: int = 1400, height: int = 900, scheme: str = "light") -> None:
        """Open a file in a window of a size, in a light or dark colour scheme."""
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("POST", "/url", url="about:blank")  # a change of the fragment alone would not load anew
        self.call("POST", "/url", url=path.as_uri())

    def devtools(self, command: str, **parameters: Any) -> None:
        """Send a command of the DevTools protocol."""
        self.call("POST", "/goog/cdp/execute", cmd=command, params=parameters)

    def ask(self, script: str) -> Any:
        """Return the value of a JavaScript expression."""
        return self.call("POST", "/execute/sync", script=f"return {script}", args=[])

    def click(self, selector: str) -> None:
        """Click the first element that a CSS selector finds."""
        element = self.call("POST", "/element", using="css selector", value=selector)[ELEMENT]
        self.call("POST", f"/element/{element}/click")

    def press(self, key: str) -> None:
        """Press and release a key."""
        strokes = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.call("POST", "/actions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def printed(self, path: Path) -> str:
        """Print the page as PDF to `path`; return the text of the PDF."""
        page = self.call("POST", "/print", background=True, page={"width": 21, "height": 29.7})
        path.write_bytes(base64.b64decode(page))
        run = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, encoding="utf-8")
        return run.stdout

    def complaints(self) -> list[str]:
        """Return what the console holds: script errors, refused content."""
        return [entry["message"] for entry in self.call("POST", "/se/log", type="browser")]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start chromedriver and Chromium; fail when one of them is missing."""
    if missing := [name for name in ("chromium", "chromedriver", "pdftotext") if not shutil.which(name)]:
        pytest.fail(f"not installed: {', '.join(missing)}")
    with subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, encoding="utf-8") as driver:
        assert driver.stdout
        try:
            started = next(found for line in driver.stdout if (found := re.search(r"on port (\d+)\.", line)))
            window = Browser(started[1], tmp_path_factory.mktemp("profile"))
            yield window
            window.call("DELETE", "")
        finally:
            driver.terminate()


def planted() -> tuple[CheckResult, dict[str, str]]:
    """Return the check of a long draft with copied, edited and fixed wording, a leftover and hostile markup."""
    raw = "清河镇2024年上半年工作报告\n"
    findings: list[Finding] = []
    for number in range(8 * EVERY):
        raw += f"{PLAIN}第{number}段。"
        if number % EVERY == EVERY - 1:
            start = len(raw)
            raw += COPIED
            findings.append(reused(len(findings), start, edited=len(findings) % 2 == 0))
        raw += "\n"
    for text, rule, kind, severity in ((FORMULA, "reuse", "formula", "info"), ("桃源村", "residue", "村名", "error")):
        span = Span(len(raw), len(raw) + len(text))
        findings.append(Finding(kind, rule, kind, severity, span, text, f"说明{HOSTILE}"))  # type: ignore[arg-type]
        raw += f"{text}。{HOSTILE}\n"
    counts = {"copied": 4 * len(COPIED), "edited": 4 * len(COPIED), "formula": len(FORMULA)}
    by_source = (("corpus/桃源镇.txt", f"桃源镇工作报告{HOSTILE}", 8 * len(COPIED)),)
    result = CheckResult("build/稿子.docx", raw, tuple(findings), len("".join(raw.split())), counts, by_source)
    return result, {"corpus/桃源镇.txt": f"此前的话。{ORIGINAL}此后的话。"}


def reused(number: int, start: int, *, edited: bool) -> Finding:
    """Return a finding on a passage planted at `start`; an edited one has another number of bridges."""
    at, digit = len("此前的话。"), COPIED.index("3")
    edit = Edit("replace", Span(start + digit, start + digit + 1), Span(at + digit, at + digit + 1), "3", "5")
    span = Span(at, at + len(ORIGINAL))
    match = Match("corpus/桃源镇.txt", "桃源镇工作报告", span, ORIGINAL, 0.98, (edit,) if edited else ())
    kind = "edited" if edited else "copied"
    place = Span(start, start + len(COPIED))
    return Finding(f"r{number}", "reuse", kind, "warning", place, COPIED, "与别处相同", matches=(match,))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the check of a long draft."""
    path = tmp_path_factory.mktemp("html") / "检查.html"
    write_html(*planted(), path)
    return path


def current(browser: Browser) -> tuple[str, str]:
    """Return the number of the open card and what the page says about its position."""
    card = "(document.querySelector('.card.current') || {dataset: {}}).dataset.number || ''"
    return browser.ask(card), browser.ask("document.getElementById('position').textContent")


def in_view(browser: Browser, selector: str) -> bool:
    """Tell whether the first element of a selector can be seen in the window."""
    box = browser.ask(f"document.querySelector('{selector}').getBoundingClientRect().toJSON()")
    return bool(box["height"] > 0 and box["top"] >= 0 and box["bottom"] <= browser.ask("window.innerHeight"))


def test_the_page_opens_alone_and_unharmed(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.ask("document.title") == "检查报告：稿子.docx"
    assert browser.ask("performance.getEntriesByType('resource').length") == 0
    assert browser.ask("document.images.length") == 0
    assert browser.complaints() == []
    assert current(browser) == ("", "共 9 处")  # eight copies and a leftover; the formula asks nothing


def test_a_class_can_be_filtered_out(browser: Browser, page: Path) -> None:
    browser.open(page)
    painted = "document.querySelectorAll('mark.edited').length"
    stripes = "[...document.querySelectorAll('.strip .edited')].filter(each => each.offsetWidth).length"
    assert (browser.ask(painted), browser.ask(stripes)) == (4, 4)
    browser.click("input[data-kind=edited]")
    assert (browser.ask(painted), browser.ask(stripes)) == (0, 0)
    assert browser.ask("document.getElementById('position').textContent") == "共 5 处"
    assert browser.ask("document.querySelector('input[data-all]').indeterminate")
    browser.click("input[data-kind=formula]")
    assert browser.ask("document.querySelectorAll('mark.formula').length") == 1


def test_a_rule_can_be_filtered_out(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.click("fieldset input[data-all]")
    assert browser.ask("document.querySelectorAll('mark.copied, mark.edited').length") == 0
    assert current(browser)[1] == "共 1 处"
    browser.click("input[data-rule=residue]")
    assert in_view(browser, ".none")


def test_a_passage_leads_to_its_source_with_the_edits(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.click("mark[data-begins='1']")
    assert current(browser) == ("1", "第 1 处，共 9 处")
    assert browser.ask("document.querySelector('#f1 button').getAttribute('aria-expanded')") == "true"
    assert in_view(browser, "#f1 blockquote")
    assert browser.ask("document.querySelector('#f1 blockquote').innerText") == f"此前的话。{ORIGINAL}此后的话。"
    edits = browser.ask("[...document.querySelectorAll('#f1 .edit')].map(each => each.innerText)")
    assert edits == ["5", "3"]
    plain = browser.ask("getComputedStyle(document.querySelector('#f1 blockquote')).backgroundColor")
    assert browser.ask("getComputedStyle(document.querySelector('#f1 .edit')).backgroundColor") != plain


def test_keys_lead_through_the_findings(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("j")
    browser.press(ARROW_RIGHT)
    assert current(browser) == ("2", "第 2 处，共 9 处")
    assert in_view(browser, "mark.current")
    assert in_view(browser, ".card.current h3")
    browser.press("k")
    assert current(browser)[0] == "1"
    browser.press("k")
    assert current(browser) == ("10", "第 9 处，共 9 处")  # around the beginning; the formula is passed over
    assert in_view(browser, "mark.current")


def test_the_strip_and_an_address_lead_to_a_finding(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.click(".strip a[data-card='5']")
    assert current(browser)[0] == "5"
    assert in_view(browser, "mark.current")
    browser.ask("window.location.hash = '#f9'")
    browser.ask("new Promise(done => setTimeout(done, 50))")
    assert current(browser) == ("9", "第 9 处，共 10 处")  # a formula: its class is shown for it


def test_it_prints_whole(browser: Browser, page: Path, tmp_path: Path) -> None:
    browser.open(page)
    browser.press("j")
    text = "".join(browser.printed(tmp_path / "检查.pdf").split())
    assert text.count("出处：桃源镇工作报告") == 8
    assert "第63段。" in text
    assert "上一处" not in text


def test_all_text_can_be_read_light_and_dark(browser: Browser, page: Path) -> None:
    for scheme in ("light", "dark"):
        browser.open(page, scheme=scheme)
        browser.click("input[data-kind=formula]")
        browser.press("j")
        for selector in (".draft p", "mark.copied", "mark.edited", "mark.formula", "mark.error", ".around", ".where"):
            assert contrast(browser, selector) >= READABLE, (scheme, selector)
        for selector in (".verdict", ".file", "#f1 .edit", "legend", "output", ".key .insert", ".key .moved"):
            assert contrast(browser, selector) >= READABLE, (scheme, selector)


def test_a_narrow_window_needs_no_sideways_scrolling(browser: Browser, page: Path) -> None:
    browser.open(page, width=420, height=800)
    browser.press("j")
    assert browser.ask("document.documentElement.scrollWidth") <= 420
    assert in_view(browser, ".card.current h3")


def test_a_draft_prints_on_official_pages(browser: Browser, tmp_path: Path) -> None:
    body = tuple(Paragraph("body", (Piece(f"{PLAIN}【待补：投资】", "author"),)) for _ in range(12))
    annex = (Paragraph("annex_mark", (Piece("附件1", "template"),)), Table("指标", ("指标",), (("投资",),)))
    report = Report("清河镇工作报告", "清河镇人民政府", (*body, *annex), 1)
    path = tmp_path / "稿子.html"
    write_report_html(report, path)
    browser.open(path)
    assert browser.complaints() == []
    assert contrast(browser, "mark") >= READABLE
    pages = browser.printed(tmp_path / "稿子.pdf").split("\f")
    assert [page.strip().splitlines()[0].strip() for page in pages[:3]][-1] == "附件1"
    assert "—1—" in pages[0].replace(" ", "")
    edges = number_edges(tmp_path / "稿子.pdf")
    assert [round(edge) for edge in edges] == [round(184 / 25.4 * 72 - 14), round(28 / 25.4 * 72 + 14)]


def number_edges(path: Path) -> list[float]:
    """Return the outer edges of the first two page numbers: the right one of page 1, the left one of page 2."""
    run = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, encoding="utf-8")
    pages = run.stdout.split("<page ")[1:3]
    dashes = [re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">—', page) for page in pages]
    return [max(float(right) for _, right in dashes[0]), min(float(left) for left, _ in dashes[1])]


def contrast(browser: Browser, selector: str) -> float:
    """Return the contrast of an element's text against what lies behind it (WCAG 2.2, contrast ratio)."""
    colours = browser.ask(f"""(() => {{
        const element = document.querySelector({selector!r});
        let behind = element;
        while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
        return [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
    }})()""")
    lighter, darker = sorted((luminance(colour) for colour in colours), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of rgb(r, g, b), 0–1 (WCAG 2.2)."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
