"""How a Word form looks: styles made of fonts that every Word has."""

from __future__ import annotations

from dataclasses import dataclass

from focalpoint_app.exchange.word.markup import LOCALES

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ACCENT, _SOFT, _INK, _LINE, _GROUND = "0B6478", "5F6B70", "1D2A30", "C9C3B8", "F7F6F2"


@dataclass(frozen=True, slots=True)
class Style:
    """``size`` in half points; spaces in twentieths of a point."""

    id: str
    size: int = 22
    color: str = _INK
    is_bold: bool = False
    before: int = 0
    after: int = 80
    stays: bool = False
    inset: int = 0
    is_boxed: bool = False


STYLES = (
    Style("Title", 36, _ACCENT, is_bold=True, after=160),
    Style("Heading1", 26, _ACCENT, is_bold=True, before=360, after=120, stays=True),
    Style("FPFact", 20, _SOFT, after=20),
    Style("FPLetter", before=80, after=80),
    Style("FPAdvice", 20, _SOFT, before=40, after=40),
    Style("FPProvision", 20, _ACCENT, is_bold=True, before=360, after=40, stays=True),
    Style("FPQuestion", 24, is_bold=True, after=60, stays=True),
    Style("FPGuidance", 19, _SOFT, after=60, stays=True),
    Style("FPAnswer", 22, before=60, after=60, is_boxed=True),
    Style("FPOption", 22, after=40, inset=200),
    Style("FPHead", 19, _SOFT, is_bold=True, before=20, after=20),
    Style("FPCell", 20, before=20, after=20),
    Style("FPFoot", 17, _SOFT, after=0),
)


def styles_xml(language: str, *, is_rtl: bool) -> str:
    locale = LOCALES.get(language, LOCALES["en"])
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{W}">'
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="SimSun"/>'
        f'<w:sz w:val="22"/><w:szCs w:val="24"/>{_languages(locale)}'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:qFormat/>{"<w:pPr><w:bidi/></w:pPr>" * is_rtl}'
        "</w:style>"
        + "".join(map(_paragraph_style, STYLES))
        + '<w:style w:type="character" w:styleId="PlaceholderText">'
        '<w:name w:val="Placeholder Text"/>'
        '<w:rPr><w:color w:val="808080"/></w:rPr></w:style>' + _TABLE + "</w:styles>"
    )


def _languages(locale: str) -> str:
    latin = "en-GB" if locale[:2] in {"ar", "zh"} else locale
    arabic = locale if locale[:2] == "ar" else "ar-EG"
    return f'<w:lang w:val="{latin}" w:eastAsia="zh-CN" w:bidi="{arabic}"/>'


def _paragraph_style(style: Style) -> str:
    name = {"Heading1": "heading 1"}.get(style.id, style.id)
    outline = '<w:outlineLvl w:val="0"/>' if style.id == "Heading1" else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        f"{'<w:keepNext/>' if style.stays else ''}{_BOX if style.is_boxed else ''}"
        f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>'
        f'<w:ind w:left="{style.inset}"/>{outline}</w:pPr><w:rPr>'
        f"{'<w:b/><w:bCs/>' if style.is_bold else ''}"
        f'<w:color w:val="{style.color}"/><w:sz w:val="{style.size}"/>'
        f'<w:szCs w:val="{style.size + 2}"/></w:rPr></w:style>'
    )


_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="{_LINE}"/>'
    for side in ("top", "left", "bottom", "right")
)
_BOX = (
    f'<w:pBdr>{_EDGES}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{_GROUND}"/>'
)
_TABLE_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    '<w:style w:type="table" w:styleId="FPTable"><w:name w:val="FPTable"/>'
    f"<w:tblPr><w:tblBorders>{_TABLE_EDGES}</w:tblBorders><w:tblCellMar>"
    '<w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
