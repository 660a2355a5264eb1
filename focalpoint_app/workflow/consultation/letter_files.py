"""A letter's file opened to be quoted: its pages as text, as pictures, or both."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from focalpoint_app.exchange.incoming.letter import Enclosure as Enclosure
from focalpoint_app.exchange.incoming.reading import read_written
from focalpoint_app.exchange.kept import kept_texts
from focalpoint_app.pdf.scans.letter_pages import LetterPage as LetterPage
from focalpoint_app.pdf.scans.letter_pages import letter_pages
from focalpoint_app.pdf.scans.sheets import media_type_of
from focalpoint_app.workflow.consultation.reply_files import file_content

SUFFIXES = (
    ".eml", ".msg", ".docx", ".pdf", ".txt", ".html", ".png", ".jpg", ".jpeg",
    ".tif", ".tiff",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """``texts`` and ``pictures`` have one entry a page; either may be empty.

    ``content`` is the file as it came.  ``sender``, ``subject``, ``date`` are an
    e-mail's own words, ``named`` whoever it says it is from.
    Of one that is not ``is_whole`` the pages behind these were given up; one that
    ``has_unread`` leads to files that a converter put beside it.
    """

    name: str
    content: bytes = field(repr=False)
    texts: tuple[str, ...]
    pictures: tuple[LetterPage, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    sender: str = ""
    subject: str = ""
    date: str = ""
    named: tuple[str, ...] = field(default=(), repr=False)
    is_whole: bool = True
    has_unread: bool = False

    @property
    def pages(self) -> int:
        return max(1, len(self.texts), len(self.pictures))

    def text(self, page: int) -> str:
        """Empty where the page is only a picture."""
        return self.texts[page] if page < len(self.texts) else ""

    def picture(self, page: int) -> LetterPage | None:
        return self.pictures[page] if page < len(self.pictures) else None


def letter_of(path: Path, language: str) -> OpenLetter:
    """Long work for the worker.

    Raises:
        AppError: ``file.*``, and as ``opened_letter``.
    """
    return opened_letter(path.name, file_content(path), language)


def opened_letter(name: str, content: bytes, language: str) -> OpenLetter:
    """``language`` helps with text that does not say how it is written.

    Raises:
        AppError: ``letter.*``, ``reply.*``, ``scan.*``, ``pdf.*``.
    """
    if media_type_of(content):
        drawn = letter_pages(content, name)
        texts = tuple("\n".join(kept_texts([each.text])) for each in drawn.pages)
        return OpenLetter(name, content, texts, drawn.pages, is_whole=drawn.is_whole)
    found = read_written(content, language)
    return OpenLetter(
        name,
        content,
        found.texts,
        enclosures=found.enclosures,
        sender=found.sender,
        subject=found.subject,
        date=found.date,
        named=found.named,
        has_unread=found.has_unread,
    )


def enclosed_letter(letter: OpenLetter, number: int, language: str) -> OpenLetter:
    """A file inside an e-mail, opened as a letter is; what is kept is the e-mail.

    Raises:
        AppError: as ``opened_letter``.
    """
    each = letter.enclosures[number]
    return opened_letter(each.name, each.content, language)
