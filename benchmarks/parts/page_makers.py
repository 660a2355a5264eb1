"""One maker, one document, one process: `page_makers.py MAKER MATERIAL.json OUT.pdf`.

Prints how long the making took once everything was loaded, in seconds.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from page_markup import html, typst

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
Material = dict[str, Any]
Maker = Callable[[Material, Path], float]


def ours(given: Material, target: Path) -> float:
    from focalpoint_app.document.blocks import Document
    from focalpoint_app.pdf.pages import write_pdf

    begun = time.perf_counter()
    blocks = tuple(_single_pages(given) if "pages" in given else _blocks(given))
    label = "" if "pages" in given else "{page} / {pages}"
    write_pdf(Document(given["title"], "ar", blocks, page_label=label), target)
    return time.perf_counter() - begun


def _single_pages(given: Material) -> Iterator[Any]:
    from focalpoint_app.document.blocks import PageBreak, Paragraph, Run, Style

    for text in given["pages"]:
        yield Paragraph((Run(text, "ar"),), Style.NARRATIVE, "ar")
        yield PageBreak()


def _blocks(given: Material) -> Iterator[Any]:
    from focalpoint_app.document import blocks as b

    def paragraph(text: str, style: b.Style) -> b.Paragraph:
        return b.Paragraph((b.Run(text, "ar"),), style, "ar")

    yield b.Heading(1, (b.Run(given["title"], "ar"),), "ar")
    for block in given["blocks"]:
        if block["heading"]:
            yield b.Heading(2, (b.Run(block["heading"], "ar"),), "ar")
        yield paragraph(block["provision"], b.Style.PROVISION)
        yield paragraph(block["question"], b.Style.QUESTION)
        yield b.Section((paragraph(block["answer"], b.Style.ANSWER),), boxed=True)
        for text in block["paragraphs"]:
            yield paragraph(text, b.Style.NARRATIVE)
        if block["table"]:
            yield _table(block["table"])


def _table(rows: list[list[str]]) -> Any:
    from focalpoint_app.document import blocks as b

    return b.Table(
        tuple(
            tuple(
                b.Cell((b.Paragraph((b.Run(text, "ar"),)),), header=not place)
                for text in row
            )
            for place, row in enumerate(rows)
        ),
        (1.0,) * len(rows[0]),
        language="ar",
    )


def by_typst(given: Material, target: Path) -> float:
    import typst as compiler

    source = target.with_suffix(".typ")
    source.write_text(typst(given), encoding="utf-8")
    begun = time.perf_counter()
    compiler.compile(
        source, output=target, font_paths=[FONTS], ignore_system_fonts=True
    )
    return time.perf_counter() - begun


def by_weasyprint(given: Material, target: Path) -> float:
    from weasyprint import HTML

    source = _page_of(given, target)
    begun = time.perf_counter()
    HTML(source).write_pdf(target)
    return time.perf_counter() - begun


def by_qt(given: Material, target: Path) -> float:
    from PySide6.QtCore import QMarginsF, Qt
    from PySide6.QtGui import (
        QFontDatabase,
        QGuiApplication,
        QPageSize,
        QPdfWriter,
        QTextDocument,
    )

    program = QGuiApplication(["qt", "-platform", "offscreen"])
    for path in FONTS.glob("Noto*.ttf"):
        QFontDatabase.addApplicationFont(str(path))
    begun = time.perf_counter()
    writer = QPdfWriter(str(target))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(23, 27, 23, 25))
    document = QTextDocument()
    option = document.defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    document.setDefaultTextOption(option)
    document.setHtml(html(given))
    document.print_(writer)
    del document, writer
    took = time.perf_counter() - begun
    program.quit()
    return took


def by_chromium(given: Material, target: Path) -> float:
    words = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    source = _page_of(given, target)
    profile = f"--user-data-dir={target.parent / 'chromium'}"
    return _run(
        ["chromium", *words, profile, f"--print-to-pdf={target}", source.as_uri()]
    )


def by_libreoffice(given: Material, target: Path) -> float:
    source = _page_of(given, target)
    profile = f"-env:UserInstallation={(target.parent / 'office').as_uri()}"
    words = ["--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir"]
    took = _run(["soffice", profile, *words, str(target.parent), str(source)])
    source.with_suffix(".pdf").replace(target)
    return took


def _run(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - begun


def _page_of(given: Material, target: Path) -> Path:
    """The HTML file, its fonts beside it."""
    for path in FONTS.glob("Noto*.ttf"):
        beside = target.parent / path.name
        if not beside.exists():
            shutil.copyfile(path, beside)
    source = target.with_name(target.stem + "-source.html")
    source.write_text(html(given), encoding="utf-8")
    return source


MAKERS: dict[str, Maker] = {
    "ours": ours,
    "typst": by_typst,
    "qt": by_qt,
    "chromium": by_chromium,
    "weasyprint": by_weasyprint,
    "libreoffice": by_libreoffice,
}


def main() -> int:
    maker, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    given = json.loads(source.read_text(encoding="utf-8"))
    sys.stdout.write(f"{MAKERS[maker](given, target.resolve()):.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
