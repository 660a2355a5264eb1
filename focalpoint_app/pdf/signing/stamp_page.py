"""What a digital signature shows on the page, set by the same engine as the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

from focalpoint_app.document.blocks import Document, Run
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.file.drawing import line_operators
from focalpoint_app.pdf.file.pdf_file import DrawnPage, PdfFile
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.look import ACCENT, INK, QUIET, Align, Family, Look
from focalpoint_app.pdf.layout.setting import Column, SetLine, Setter, Tongue, placed
from focalpoint_app.pdf.signing.stamp import DrawStamp, StampText

_NAME = Look(13, 11.5, (19, 15), bold=True, colour=INK)
_LINE = Look(8.5, 8, (13, 11), Family.PLAIN, colour=QUIET)
_WARNING = replace(_LINE, bold=True, colour=ACCENT)
_EDGE = 5.0
_SMALLEST = 0.4  # of the size above, where a name is long or a place small


@dataclass(frozen=True, slots=True)
class _StampLine:
    text: str
    look: Look


def draw_stamp(tr: Catalogue) -> DrawStamp:
    """Draws in the language of ``tr``: who signed, when, and whether it counts."""

    def draw(text: StampText, width: float, height: float) -> bytes:
        return _stamp(_lines(text, tr), tr.language, (width, height))

    return draw


def _lines(text: StampText, tr: Catalogue) -> list[_StampLine]:
    lines = [
        _StampLine(tr("Digitally signed by"), _LINE),
        _StampLine(text.signer, _NAME),
        _StampLine(f"{text.time:%Y-%m-%d %H:%M} UTC", _LINE),
    ]
    if text.demonstration:
        lines.append(_StampLine(tr("DEMONSTRATION"), _WARNING))
    return lines


def _stamp(lines: list[_StampLine], language: str, size: tuple[float, float]) -> bytes:
    setter = Setter(Fonts(), language)
    width, height = size
    column = Column(_EDGE, width - _EDGE, setter.rtl)
    set_lines = _fitting(setter, lines, column, height)
    y = height - (height - sum(line.leading for line in set_lines)) / 2
    operators: list[str] = [f"{ACCENT} rg 0 0 1.5 {height:.2f} re f"]
    if setter.rtl:
        operators = [f"{ACCENT} rg {width - 1.5:.2f} 0 1.5 {height:.2f} re f"]
    for line in set_lines:
        words = placed(line._replace(aligned_right=setter.rtl), column, Align.LEADING)
        operators += line_operators(line.line, words.x, y - line.baseline)
        y -= line.leading
    file = PdfFile(Document(lines[1].text, language, ()), {})
    file.add_page(DrawnPage(operators, size=size))
    return file.content(setter.fonts.used, ())


def _fitting(
    setter: Setter, lines: list[_StampLine], column: Column, height: float
) -> list[SetLine]:
    """As large as the place allows."""
    scale = 1.0
    while True:
        found = [
            line
            for stamp_line in lines
            for line in setter.lines(
                (Run(stamp_line.text),),
                _scaled(stamp_line.look, scale),
                Tongue(),
                column.width,
            )
        ]
        taken = sum(line.leading for line in found)
        if taken <= height or scale <= _SMALLEST:
            return found
        scale *= 0.9


def _scaled(look: Look, scale: float) -> Look:
    first, second = look.leading
    return replace(
        look,
        arabic=round(look.arabic * scale, 2),
        latin=round(look.latin * scale, 2),
        leading=(first * scale, second * scale),
    )
