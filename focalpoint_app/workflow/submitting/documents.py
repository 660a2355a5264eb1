"""Documents besides the submission: composed from a review, written as PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from focalpoint_app.document.blank import Blank, blank_questionnaire
from focalpoint_app.document.blocks import Document
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.look import PLAIN, Look, Paper
from focalpoint_app.document.working import (
    article_paper,
    assistance_paper,
    source_paper,
)
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Article, Part, Questionnaire
from focalpoint_app.domain.review import PARTS
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import write_pdf
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.submission import Watch, look_of


class Kind(StrEnum):
    BLANK = "blank"
    ARTICLE = "article"
    SOURCES = "sources"
    ASSISTANCE = "assistance"


@dataclass(frozen=True, slots=True)
class Wish:
    """``article`` as ``untoc.5``; ``parts`` empty means all that are in force."""

    kind: Kind
    language: str = "ar"
    beside: str | None = None
    parts: tuple[str, ...] = ()
    article: str = ""
    paper: Paper = PLAIN

    @property
    def look(self) -> Look:
        return look_of(self.language, self.beside, self.paper)


@dataclass(frozen=True, slots=True)
class Printed:
    """``missing`` are characters no font of ours has; they print as boxes."""

    path: Path
    pages: int
    missing: tuple[str, ...]


def working_view(desk: Desk) -> EditionView:
    """All answers as they stand; values, so that the worker may have them."""
    return EditionView(
        questionnaire=desk.questionnaire,
        parts=desk.review.parts,
        answers=dict(desk.answers),
        sources=tuple(desk.sources.values()),
        state=desk.profile.state,
        audience=Audience.REVIEWING,
        taken=desk.clock().astimezone(),
    )


def empty_view(questionnaire: Questionnaire) -> EditionView:
    """A questionnaire that no State has begun to answer."""
    return EditionView(questionnaire, PARTS, {}, (), "", Audience.REVIEWING)


def composed(view: EditionView, wish: Wish) -> Document:
    """
    Raises:
        AppError: ``article.unknown``, ``part.not_asked``.
    """
    shown = _of_parts(view, wish)
    tr = Catalogue(wish.language)
    match wish.kind:
        case Kind.ARTICLE:
            return article_paper(shown, _place(shown, wish.article), tr, wish.look)
        case Kind.SOURCES:
            return source_paper(shown, tr, wish.look)
        case Kind.ASSISTANCE:
            return assistance_paper(shown, tr, wish.look)
    if wish.article:
        _place(shown, wish.article)
    blank = Blank(shown.questionnaire, shown.parts, wish.article, shown.state)
    return blank_questionnaire(blank, tr, wish.look)


def printed(document: Document, target: Path, watch: Watch | None = None) -> Printed:
    """Long work for the worker.

    Raises:
        AppError: ``file.unwritable``, ``disk.full``, ``task.cancelled``.
    """
    watch = watch or Watch()
    written = write_pdf(
        document, target, progress=watch.progress, cancelled=watch.cancelled
    )
    return Printed(target, written.pages, written.missing)


def _of_parts(view: EditionView, wish: Wish) -> EditionView:
    asked = wish.parts or view.parts
    for part in asked:
        if part not in view.parts:
            raise AppError("part.not_asked", part=part)
    return replace(view, parts=tuple(part for part in view.parts if part in asked))


def _place(view: EditionView, name: str) -> tuple[Part, Article]:
    """``untoc.5``, or ``untoc.closing`` for an instrument's closing page."""
    for part_id in view.parts:
        part = view.questionnaire.part(part_id)
        for article in part.articles:
            if f"{part_id}.{article.id}" == name:
                return part, article
    raise AppError("article.unknown", article=name)
