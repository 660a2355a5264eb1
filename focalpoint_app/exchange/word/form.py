"""A request as the body of a Word form: its frame, its questions, who answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from focalpoint_app.domain.answer import NOT_COLLECTED
from focalpoint_app.domain.consultation import Asked, Option, Request
from focalpoint_app.exchange.frame import (
    Frame,
    catalogue_of,
    frame_of,
    guidance_of,
    shown,
)
from focalpoint_app.exchange.word.anchors import (
    FRAME_TAG,
    bookmark,
    respondent_bookmark,
    tag,
)
from focalpoint_app.exchange.word.markup import Label, Script

BLANK_ROWS = 4
"""Rows of a table besides those of the draft; more come by copying one."""

_WIDTH = 9638  # twentieths of a point between the margins of A4


@dataclass(frozen=True, slots=True)
class Form:
    """Writes one request; ``draft`` values are filled in as they stand."""

    request: Request
    frame: Frame
    script: Script

    @classmethod
    def of(cls, request: Request) -> Form:
        return cls(request, frame_of(request), Script(request.language))

    def body(self) -> Iterator[str]:
        yield from self._opening()
        for place, asked in enumerate(self.request.questions):
            yield from self._question(place, asked)
        yield from self._closing()

    def ours(self, text: str, style: str, bookmark_name: str = "") -> str:
        locked = self.script.locked(Label(FRAME_TAG), text)
        return self.script.paragraph(locked, style, bookmark_name)

    def _opening(self) -> Iterator[str]:
        yield self.ours(self.frame.title, "Title")
        for fact in self.frame.facts:
            yield self.ours(self.frame.fact(*fact), "FPFact")
        for line in self.frame.letter:
            yield self.ours(line, "FPLetter")
        for line in self.frame.advice:
            yield self.ours(line, "FPAdvice")

    def _question(self, place: int, asked: Asked) -> Iterator[str]:
        frame = Label(tag(asked.id, "frame"))
        if asked.provision:
            provision = self.script.locked(frame, shown(asked.provision))
            yield self.script.paragraph(provision, "FPProvision")
        label = Label(tag(asked.id, "text"))
        text = self.script.locked(label, shown(asked.text))
        yield self.script.paragraph(text, "FPQuestion", bookmark(place))
        for line in guidance_of(asked):
            yield self.script.paragraph(self.script.locked(frame, line), "FPGuidance")
        yield from self._places(asked)

    def _places(self, asked: Asked) -> Iterator[str]:
        value = (asked.draft or {}).get("value")
        if asked.kind == "choices":
            yield from self._boxes(asked, value or ())
        elif asked.kind == "table":
            yield self._table(asked, value or ())
        else:
            field = self._field(asked, value)
            yield self.script.paragraph(field, "FPAnswer")

    def _field(self, asked: Asked, value: Any) -> str:
        label = Label(tag(asked.id), shown(asked.provision))
        if asked.kind == "text":
            text = (value or {}).get(self.request.language) or ""
            return self.script.field(label, shown(text), self.frame.hints["text"])
        return self._short(label, asked.kind, asked.choices, value)

    def _short(
        self, label: Label, kind: str, options: Sequence[Option], value: Any
    ) -> str:
        hint = self.frame.hints[kind]
        text = self._shown_value(value, options)
        if kind == "choice":
            return self.script.list_of(label, options, text, hint)
        if kind == "date":
            return self.script.day(label, text, hint)
        return self.script.field(label, text, hint)

    def _shown_value(self, value: Any, options: Sequence[Option]) -> str:
        if value == NOT_COLLECTED:
            return catalogue_of(self.request.language)("not collected")
        if isinstance(value, Decimal):
            return catalogue_of(self.request.language).number(value)
        named = {each.id: each.text for each in options}
        return shown(named.get(value or "", value or ""))

    def _boxes(self, asked: Asked, chosen: Sequence[str]) -> Iterator[str]:
        for option in asked.choices:
            label = Label(tag(asked.id, "is", option.id), shown(option.text))
            box = self.script.box(label, is_checked=option.id in chosen)
            text = Label(tag(asked.id, "frame"), "", number_in(asked, option))
            words = self.script.locked(text, shown(option.text))
            blank = self.script.runs(" ")
            yield self.script.paragraph(box + blank + words, "FPOption")

    def _table(self, asked: Asked, rows: Sequence[Mapping[str, Any]]) -> str:
        blank: list[Mapping[str, Any]] = [{}] * BLANK_ROWS
        every = [*rows, *blank]
        head = [self._head(asked, column) for column in asked.columns]
        lines = [head] + [
            [self._cell(asked, column, row, n) for column in asked.columns]
            for n, row in enumerate(every, start=1)
        ]
        return self.grid(lines, [_WIDTH // max(1, len(asked.columns))] * len(head))

    def _head(self, asked: Asked, column: Option) -> str:
        label = Label(tag(asked.id, "frame"), "", number_in(asked, column))
        text = self.script.locked(label, shown(column.text))
        return self.script.paragraph(text, "FPHead")

    def _cell(
        self, asked: Asked, column: Option, row: Mapping[str, Any], n: int
    ) -> str:
        label = Label(tag(asked.id, "cell", column.id), shown(column.text), n)
        kind = column.kind or "text"
        field = self._short(label, kind, column.choices, row.get(column.id))
        return self.script.paragraph(field, "FPCell")

    def grid(self, lines: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
        """A table whose first row is repeated on each page it runs over."""
        rows = "".join(
            f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if not n else ''}"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                f"{cell}</w:tc>"
                for width, cell in zip(widths, line, strict=True)
            )
            + "</w:tr>"
            for n, line in enumerate(lines)
        )
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        turned = "<w:bidiVisual/>" if self.script.is_rtl else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="FPTable"/>{turned}'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        )

    def _closing(self) -> Iterator[str]:
        yield self.ours(self.frame.about, "Heading1")
        lines = []
        for label, name in self.frame.respondent:
            asked = self.ours(label, "FPCell", respondent_bookmark(name))
            field = self.script.field(Label(tag("reply", name), label), "", " ")
            lines.append((asked, self.script.paragraph(field, "FPCell")))
        yield self.grid(lines, (_WIDTH // 2, _WIDTH // 2))
        yield self.ours(self.frame.reference, "FPFact")


def number_in(asked: Asked, option: Option) -> int:
    """Tells the locked words of one question from each other."""
    return 1 + (*asked.choices, *asked.columns).index(option)
