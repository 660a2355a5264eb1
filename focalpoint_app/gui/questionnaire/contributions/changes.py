"""Differences of two texts shown by sentence and word: in colour, and underlined or
struck through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from focalpoint_app.domain.merge.differences import Mark, Passage
from focalpoint_app.gui.theme.fonts import narrative_font
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import direction_of


class Changes(QLabel):
    """Hidden until it has something to show."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.hide()

    def show_passages(self, passages: Iterable[Passage], tr: Catalogue) -> None:
        found = tuple(passages)
        self.setFont(narrative_font())
        said = "".join(each.text for each in found)
        direction = direction_of(said) or ("rtl" if tr.is_rtl else "ltr")
        html = "".join(_parted(found))
        self.setText(f'<div dir="{direction}">{html}</div>')
        self.setAccessibleName(" ".join(_named(each, tr) for each in found))
        self.show()


def _parted(passages: tuple[Passage, ...]) -> Iterator[str]:
    """A blank keeps what came from touching what it took the place of."""
    for before, passage in zip((None, *passages), passages, strict=False):
        if before is not None and not before.text[-1:].isspace():
            follows = before.mark is Mark.REMOVED and passage.mark is Mark.ADDED
            yield " " if follows else ""
        yield _marked(passage)


def _marked(passage: Passage) -> str:
    colours = tokens()
    text = escape(passage.text).replace("\n", "<br>")
    match passage.mark:
        case Mark.ADDED:
            return f'<u style="color:{colours.answered}">{text}</u>'
        case Mark.REMOVED:
            return f'<s style="color:{colours.no}">{text}</s>'
    return text


def _named(passage: Passage, tr: Catalogue) -> str:
    """For those who hear it."""
    match passage.mark:
        case Mark.ADDED:
            return tr("[added: {text}]", text=passage.text.strip())
        case Mark.REMOVED:
            return tr("[removed: {text}]", text=passage.text.strip())
    return passage.text.strip()
