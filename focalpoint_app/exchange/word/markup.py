"""WordprocessingML of paragraphs, runs and content controls, as Word 2010 knows it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from focalpoint_app.domain.consultation import Option
from focalpoint_app.language.isolates import is_rtl

LOCKED = "sdtContentLocked"
KEPT = "sdtLocked"
"""The control stays; what it holds is the contributor's."""

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LTR = "A-Za-z\u00c0-\u02b8\u0370-\u058f\u3040-\u9fff\uac00-\ud7a3"
_LTR_SPAN = re.compile(f"([{_LTR}](?:[^{_RTL}]*[{_LTR}0-9])?)")
_RTL_SPAN = re.compile(f"([{_RTL}](?:[^{_LTR}]*[{_RTL}])?)")
_LONGEST_ALIAS = 64
_MOST = 0x7FFFFFFF
_NUMBER = re.compile(r'<w:id w:val="(\d+)"/>')
LOCALES = {
    "ar": "ar-EG",
    "zh": "zh-CN",
    "en": "en-GB",
    "fr": "fr-FR",
    "ru": "ru-RU",
    "es": "es-ES",
}
_CHECKED = '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
_UNCHECKED = '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'


@dataclass(frozen=True, slots=True)
class Label:
    """A control's tag, what Word shows above it, and what tells it from others of
    the same tag."""

    tag: str
    title: str = ""
    row: int = 0

    @property
    def number(self) -> int:
        return number_of(f"{self.tag}#{self.row}")


@dataclass(frozen=True, slots=True)
class Script:
    """The language of a form, and what it makes of a line."""

    language: str

    @property
    def is_rtl(self) -> bool:
        return is_rtl(self.language)

    def runs(self, text: str, style: str = "") -> str:
        """Runs of one direction each; a newline breaks the line."""
        span = _LTR_SPAN if self.is_rtl else _RTL_SPAN
        pieces = span.split(text)
        return "".join(
            self._run(piece, style, turned=bool(place % 2))
            for place, piece in enumerate(pieces)
            if piece
        )

    def paragraph(self, content: str, style: str, bookmark: str = "") -> str:
        bidi = "<w:bidi/>" if self.is_rtl else ""
        mark = _bookmark(bookmark) if bookmark else ""
        look = f'<w:pPr><w:pStyle w:val="{style}"/>{bidi}</w:pPr>'
        return f"<w:p>{look}{mark}{content}</w:p>"

    def field(self, label: Label, text: str, hint: str) -> str:
        """A control for words.

        It stays inside its paragraph and is of the rich kind: LibreOffice 7.4
        writes what lies in any other twice.
        """
        return self._control(label, KEPT, "", self._content(text, hint), not text)

    def locked(self, label: Label, text: str) -> str:
        return self._control(label, LOCKED, "", self.runs(text))

    def list_of(
        self, label: Label, options: Sequence[Option], text: str, hint: str
    ) -> str:
        items = "".join(
            f"<w:listItem w:displayText={quoteattr(each.text)}"
            f" w:value={quoteattr(each.id)}/>"
            for each in options
        )
        kind = f"<w:dropDownList>{items}</w:dropDownList>"
        return self._control(label, KEPT, kind, self._content(text, hint), not text)

    def day(self, label: Label, iso: str, hint: str) -> str:
        full = f' w:fullDate="{iso}T00:00:00Z"' if iso else ""
        locale = LOCALES.get(self.language, LOCALES["en"])
        kind = (
            f'<w:date{full}><w:dateFormat w:val="yyyy-MM-dd"/>'
            f'<w:lid w:val="{locale}"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/>'
            "</w:date>"
        )
        return self._control(label, KEPT, kind, self._content(iso, hint), not iso)

    def box(self, label: Label, *, is_checked: bool) -> str:
        kind = (
            f'<w14:checkbox><w14:checked w14:val="{int(is_checked)}"/>'
            f"{_CHECKED}{_UNCHECKED}</w14:checkbox>"
        )
        glyph = "\u2612" if is_checked else "\u2610"
        run = (
            '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic"'
            f' w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>{glyph}</w:t></w:r>'
        )
        return self._control(label, KEPT, kind, run)

    def _content(self, text: str, hint: str) -> str:
        return self.runs(text) if text else self.runs(hint, "PlaceholderText")

    def _control(
        self, label: Label, lock: str, kind: str, content: str, is_empty: bool = False
    ) -> str:
        title = quoteattr(label.title[:_LONGEST_ALIAS])
        named = f"<w:alias w:val={title}/>" if label.title else ""
        return (
            f"<w:sdt><w:sdtPr>{'<w:rPr><w:rtl/></w:rPr>' if self.is_rtl else ''}"
            f"{named}<w:tag w:val={quoteattr(label.tag)}/>"
            f'<w:id w:val="{label.number}"/><w:lock w:val="{lock}"/>'
            f"{'<w:showingPlcHdr/>' if is_empty else ''}{kind}</w:sdtPr>"
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _run(self, text: str, style: str, *, turned: bool) -> str:
        named = f'<w:rStyle w:val="{style}"/>' if style else ""
        rtl = "<w:rtl/>" if self.is_rtl != turned else ""
        lines = "<w:br/>".join(
            f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else ""
            for line in text.split("\n")
        )
        return f"<w:r><w:rPr>{named}{rtl}</w:rPr>{lines}</w:r>"


def numbered_apart(body: str) -> str:
    """No two controls of one number; the first keeps its own."""
    seen: set[int] = set()

    def own(found: re.Match[str]) -> str:
        number = int(found[1])
        while number in seen:
            number = (number + 1) & _MOST
        seen.add(number)
        return f'<w:id w:val="{number}"/>'

    return _NUMBER.sub(own, body)


def _bookmark(name: str) -> str:
    number = number_of(name)
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def number_of(name: str) -> int:
    """The same for the same name, so that the same request gives the same bytes."""
    return zlib.crc32(name.encode()) & _MOST
