"""HTML of strangers as plain text: nothing is loaded, nothing is run."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from focalpoint_app.domain.errors import AppError

MOST_LETTERS = 8_000_000
MOST_MARKS = 200_000

_NEVER_READ = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "object", "svg",
     "iframe", "math", "applet", "audio", "video", "select", "textarea"}
)  # fmt: skip
_LINES = frozenset(
    {"p", "div", "br", "li", "tr", "table", "ul", "ol", "hr", "pre", "blockquote",
     "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer",
     "address", "dt", "dd"}
)  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_TAGS = re.compile(r"<[^<>]*>")
_MANY_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n){2,}")


def text_of_web(page: str) -> str:
    """Paragraphs on lines of their own, cells of a row apart by a tab.

    Raises:
        AppError: ``reply.overblown``.
    """
    if len(page) > MOST_LETTERS or page.count("<") > MOST_MARKS:
        raise AppError("reply.overblown")
    text = "".join(_pieces(page))
    lines = (line.strip(" \t") for line in text.split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _pieces(page: str) -> Iterator[str]:
    from lxml import etree

    parser = etree.HTMLParser(
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        encoding="utf-8",
    )
    try:
        content = page.encode("utf-8", errors="replace").replace(b"\x00", b"")
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):  # Nothing in it.
        root = None
    if root is None or any("depth" in each.message for each in parser.error_log):
        yield html.unescape(_TAGS.sub(" ", page))
    else:
        yield from _walked(etree.iterwalk(root, events=("start", "end")))


def _walked(events: Iterator[tuple[str, object]]) -> Iterator[str]:
    """Without recursion: pages are nested as deep as anyone likes."""
    unread = 0
    for event, element in events:
        tag = str(getattr(element, "tag", ""))
        if event == "start":
            unread += tag in _NEVER_READ
            if not unread:
                yield from _before(tag)
                yield _BLANKS.sub(" ", getattr(element, "text", None) or "")
            continue
        if not unread:
            yield from _after(tag)
        unread -= tag in _NEVER_READ
        if not unread:
            yield _BLANKS.sub(" ", getattr(element, "tail", None) or "")


def _before(tag: str) -> Iterator[str]:
    if tag in _LINES:
        yield "\n"
    if tag == "li":
        yield "• "


def _after(tag: str) -> Iterator[str]:
    if tag in ("td", "th"):
        yield "\t"
    elif tag in _LINES and tag != "br":
        yield "\n"
