"""The letter beside the form: its pages as text or picture, its attachments."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.gui.consultation.letters.page_picture import PagePicture
from focalpoint_app.gui.consultation.letters.page_text import PageText
from focalpoint_app.gui.controls.buttons import IconButton, push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import bold_label, say, soft_label
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import isolate

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.letter_files import OpenLetter


class LetterViewer(Ground):
    """Signals:
    quoted: text to assign, the page's number, and whether it is to be typed.
    enclosure: the number of an attachment that is to be opened.
    home: from an attachment back to the letter that it came in.
    """

    quoted = Signal(str, int, bool)
    enclosure = Signal(int)
    home = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("card")
        self._session = session
        self._letter: OpenLetter | None = None
        self._page = 0
        self.title = bold_label(wrap=True)
        self.about = soft_label(wrap=True)
        self.text = PageText()
        self.picture = PagePicture()
        self.quote = push_button(primary=True)
        self.back = push_button(quiet=True)
        self.turn = push_button(quiet=True)
        self.larger = IconButton("larger")
        self.before = IconButton("back")
        self.after = IconButton("next")
        self.enclosures: list[QPushButton] = []
        self._count = soft_label()
        self._stack = QStackedWidget()
        self._holder = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.picture)
        self.larger.setCheckable(True)
        self._files = FlowLayout(self._holder)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.before, self._count, self.after, self.turn, self.larger):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.quote)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for each in (self.title, self.about, self._holder):
            column.addWidget(each)
        column.addLayout(beside(self.back))
        column.addLayout(line)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(360)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.show_page(self._page - 1))
        self.after.clicked.connect(lambda: self.show_page(self._page + 1))
        self.turn.clicked.connect(self._turn)
        self.larger.toggled.connect(lambda on: self.picture.show_large(large=on))
        self.quote.clicked.connect(self.quote_here)
        self.back.clicked.connect(self.home)
        self.text.selectionChanged.connect(self._say_quote)

    @property
    def is_picture(self) -> bool:
        """Whether the page is looked at, not read."""
        return self._stack.currentWidget() is self.picture

    def show_letter(
        self, letter: OpenLetter | None, name: str, *, enclosed: bool = False
    ) -> None:
        """None where its file was not kept, as an anonymous contributor's."""
        self._letter = letter
        self.back.setVisible(enclosed)
        say(self.title, letter.subject if letter and letter.subject else name)
        self._offer_enclosures()
        self.show_page(0)
        self.retranslate(self._session.catalogue)

    def show_page(self, page: int) -> None:
        letter = self._letter
        self._page = page if letter and 0 <= page < letter.pages else 0
        text = letter.text(self._page) if letter else ""
        picture = letter.picture(self._page) if letter else None
        self.text.show_text(text)
        self.picture.show_page(picture)
        is_seen = picture is not None and not text.strip()
        self._stack.setCurrentWidget(self.picture if is_seen else self.text)
        self._say_page()

    def quote_here(self) -> None:
        """What is selected, or all of it; from a picture one types."""
        if self.is_picture:
            self.quoted.emit("", self._page, True)
        else:
            self.quoted.emit(self.text.quoted, self._page, False)

    def retranslate(self, tr: Catalogue) -> None:
        letter = self._letter
        date = written_date(letter.date, tr.language, tr.digits) if letter else ""
        said = [isolate(letter.sender) if letter and letter.sender else "", date]
        if letter and not letter.is_whole:
            given_up = tr.counted(
                "only the first {n} page could be read; the file itself is kept whole",
                "only the first {n} pages could be read; the file itself is kept whole",
                letter.pages,
            )
            said.append(given_up)
        if letter and letter.has_unread:
            said.append(
                tr(
                    "a converter put parts into it that cannot be read: open it in"
                    " Word, save it, and drop it here again"
                )
            )
        self.about.setText(listed(said, tr))
        self.about.setVisible(any(said))
        self.back.setText(tr("Back to the letter"))
        self.before.name_it(tr("Previous page"))
        self.after.name_it(tr("Next page"))
        self.larger.name_it(tr("Larger"))
        self.text.setAccessibleName(tr("Text of the letter"))
        self.picture.setAccessibleName(tr("Picture of the page"))
        self._say_page()

    def _turn(self) -> None:
        other = self.text if self.is_picture else self.picture
        self._stack.setCurrentWidget(other)
        self._say_page()

    def _say_page(self) -> None:
        tr, letter = self._session.catalogue, self._letter
        pages = letter.pages if letter else 1
        self._count.setText(tr("{page} of {of}", page=self._page + 1, of=pages))
        for widget in (self._count, self.before, self.after):
            widget.setVisible(pages > 1)
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page + 1 < pages)
        both = self.picture.is_shown and bool(self.text.toPlainText().strip())
        self.turn.setVisible(both)
        self.turn.setText(
            tr("Show the text") if self.is_picture else tr("Show the picture")
        )
        self.larger.setVisible(self.is_picture)
        self._say_quote()

    def _say_quote(self) -> None:
        tr = self._session.catalogue
        if self.is_picture:
            words = tr("Type from this page")
        elif self.text.textCursor().hasSelection():
            words = tr("Assign the selected text")
        else:
            words = tr("Assign the whole text")
        self.quote.setText(words)
        has_text = bool(self.text.toPlainText().strip())
        self.quote.setEnabled(self.is_picture or has_text)

    def _offer_enclosures(self) -> None:
        for button in self.enclosures:
            self._files.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.enclosures = []
        for number, each in enumerate(self._letter.enclosures if self._letter else ()):
            button = push_button()
            button.setText(isolate(each.name).replace("&", "&&"))
            button.clicked.connect(partial(self.enclosure.emit, number))
            self._files.addWidget(button)
            self.enclosures.append(button)
        self._holder.setVisible(bool(self.enclosures))
