"""The same document in the markup of each maker that takes one."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

Material = dict[str, Any]

STYLE = """
@font-face { font-family: "Noto Naskh Arabic"; src: url("NotoNaskhArabic-Regular.ttf") }
@font-face { font-family: "Noto Naskh Arabic"; font-weight: bold;
  src: url("NotoNaskhArabic-Bold.ttf") }
@font-face { font-family: "Noto Serif"; src: url("NotoSerif-Regular.ttf") }
@font-face { font-family: "Noto Serif"; font-weight: bold;
  src: url("NotoSerif-Bold.ttf") }
@page { size: A4; margin: 76pt 65pt 72pt 65pt;
  @bottom-center { content: counter(page) " / " counter(pages) } }
body { font-family: "Noto Naskh Arabic", "Noto Serif"; font-size: 12.75pt;
  line-height: 20.5pt }
h1 { font-size: 20pt } h2 { font-size: 15.5pt } .provision { font-size: 9.5pt }
.answer { font-weight: bold; background: #f1f5f6; padding: 6pt 12pt }
table { width: 100%; border-collapse: collapse }
td, th { border-bottom: 0.5pt solid #cad2d6; padding: 3pt 6pt; text-align: right }
"""


def html(given: Material) -> str:
    body = "\n".join(_pages_html(given) if "pages" in given else _blocks_html(given))
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        f"<title>{escape(given['title'])}</title><style>{STYLE}</style></head>"
        f"<body>{body}</body></html>"
    )


def _pages_html(given: Material) -> Iterator[str]:
    for number, text in enumerate(given["pages"]):
        # Qt knows the break only where it stands on the paragraph itself.
        style = ' style="page-break-before: always"' if number else ""
        yield f"<p{style}>{escape(text)}</p>"


def _blocks_html(given: Material) -> Iterator[str]:
    yield f"<h1>{escape(given['title'])}</h1>"
    for block in given["blocks"]:
        if block["heading"]:
            yield f"<h2>{escape(block['heading'])}</h2>"
        yield f'<p class="provision">{escape(block["provision"])}</p>'
        yield f"<p><b>{escape(block['question'])}</b></p>"
        yield f'<p class="answer">{escape(block["answer"])}</p>'
        yield from (f"<p>{escape(text)}</p>" for text in block["paragraphs"])
        if block["table"]:
            yield "<table>"
            for place, row in enumerate(block["table"]):
                tag = "td" if place else "th"
                cells = "".join(f"<{tag}>{escape(text)}</{tag}>" for text in row)
                yield f"<tr>{cells}</tr>"
            yield "</table>"


TYPST = """
#set page(paper: "a4", margin: (x: 65pt, top: 76pt, bottom: 72pt),
  numbering: "1 / 1")
#set text(lang: "ar", dir: rtl, size: 12.75pt,
  font: ("Noto Naskh Arabic", "Noto Serif"))
#set par(leading: 8pt)
#set document(title: "submission")
"""


def typst(given: Material) -> str:
    body = _pages_typst(given) if "pages" in given else _blocks_typst(given)
    return TYPST + "\n".join(body)


def _text(text: str) -> str:
    """As a string literal: nothing in it is markup."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'


def _pages_typst(given: Material) -> Iterator[str]:
    for number, text in enumerate(given["pages"]):
        yield ("#pagebreak()\n" if number else "") + _text(text)


def _blocks_typst(given: Material) -> Iterator[str]:
    yield f"= {_text(given['title'])}"
    for block in given["blocks"]:
        if block["heading"]:
            yield f"== {_text(block['heading'])}"
        yield f"\n#text(size: 9.5pt)[{_text(block['provision'])}]\n"
        yield f"*{_text(block['question'])}*\n"
        yield f'#block(fill: rgb("#f1f5f6"), inset: 6pt)[*{_text(block["answer"])}*]\n'
        yield from (f"{_text(text)}\n" for text in block["paragraphs"])
        if block["table"]:
            head, *rows = block["table"]
            cells = ", ".join(f"[{_text(text)}]" for row in rows for text in row)
            names = ", ".join(f"[{_text(text)}]" for text in head)
            yield (
                f"#table(columns: {len(head)} * (1fr,), "
                f"table.header({names}), {cells})\n"
            )
