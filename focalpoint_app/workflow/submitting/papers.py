"""The paper a State prints on: its letterhead and its marking."""

from __future__ import annotations

from pathlib import Path

from focalpoint_app.document.look import Paper
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import MOST_BYTES, Letterhead, refuse_unprintable
from focalpoint_app.domain.text import clean_text
from focalpoint_app.workflow.consultation.markings import (
    answer_marking,
    printed_marking,
)
from focalpoint_app.workflow.review.desk import Desk

LONGEST_MARKING = 80


def paper_of(desk: Desk, language: str = "") -> Paper:
    """What every document of this State is printed on.

    Its marking is the highest of the State's own and of those its answers carry, in
    the document's language (the review's first, where it is not given).
    """
    marked = (answer_marking(desk, each) for each in desk.book.questions)
    printed = printed_marking(desk, marked, language or desk.review.languages[0])
    return Paper(desk.workspace.letterhead(), printed)


def public_paper(desk: Desk, language: str) -> Paper:
    """The marking is the State's own: no marked answer is in a public edition."""
    return Paper(desk.workspace.letterhead(), printed_marking(desk, (), language))


def letterhead(desk: Desk) -> Letterhead | None:
    return desk.workspace.letterhead()


def set_letterhead(desk: Desk, wanted: Letterhead | None) -> None:
    """Later documents carry it; None, or nothing in it, takes it away.

    Raises:
        AppError: ``letterhead.*``, ``picture.*``, ``text.*``.
    """
    if wanted is None:
        desk.workspace.save_letterhead(None)
        return
    lines = tuple(filter(None, (_one_line(line) for line in wanted.lines)))
    cleaned = Letterhead(lines, wanted.picture, wanted.language)
    refuse_unprintable(cleaned)
    if cleaned.picture is not None:
        _refuse_undrawable(cleaned.picture)
    is_blank = not cleaned.lines and cleaned.picture is None
    desk.workspace.save_letterhead(None if is_blank else cleaned)


def marking(desk: Desk) -> str:
    return desk.workspace.marking()


def set_marking(desk: Desk, wanted: str) -> None:
    """It stands at head and foot of every page; empty takes it away.

    Raises:
        AppError: ``marking.too_long``, ``text.*``.
    """
    cleaned = _one_line(wanted)
    if len(cleaned) > LONGEST_MARKING:
        raise AppError("marking.too_long", limit=LONGEST_MARKING)
    desk.workspace.save_marking(cleaned)


def read_picture(path: Path) -> bytes:
    """
    Raises:
        AppError: ``file.not_found``, ``file.unreadable``.
    """
    try:
        with path.open("rb") as file:
            return file.read(
                MOST_BYTES + 1
            )  # One more, and it is refused as too large.
    except FileNotFoundError as exc:
        raise AppError("file.not_found", file=path.name) from exc
    except OSError as exc:
        raise AppError("file.unreadable", file=path.name) from exc


def _refuse_undrawable(content: bytes) -> None:
    from focalpoint_app.pdf.layout.pictures import picture

    try:
        picture(content, 1.0)
    except AppError as exc:
        raise AppError("picture.damaged") from exc


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())
