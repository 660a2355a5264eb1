"""Submitting: an edition onto pages, its data inside, signed where there is a key."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from focalpoint_app.document.blocks import Attachment, Document
from focalpoint_app.document.edition_view import SignLine
from focalpoint_app.document.look import PLAIN, Look, Paper
from focalpoint_app.document.submission import submission
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.clearance import Audience, Clearance, Edition, edition_of
from focalpoint_app.domain.consulted import Consulted
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.file.garbage import uncollected
from focalpoint_app.pdf.file.output import laid_beside
from focalpoint_app.pdf.pages import Written, pdf_content, write_pdf
from focalpoint_app.pdf.signing.certificates import Identity
from focalpoint_app.pdf.signing.signing import SigningChoices, sign, signed
from focalpoint_app.pdf.signing.stamp_page import draw_stamp
from focalpoint_app.pdf.verifying.embedding import ANSWERS_NAME
from focalpoint_app.workflow.review.clear import cleared_content, frozen_content
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.editions import view_of as view_of
from focalpoint_app.workflow.submitting.signing_lines import default_lines

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """``lines`` None takes the two default places: expert and focal point.

    ``beside`` is the language of a translation that stands beside the first;
    ``check`` raises where the file, not signed yet, must not be written;
    ``timestamp`` is the address of a time-stamp authority, empty for none.
    """

    target: Path
    language: str = "ar"
    audience: Audience = Audience.REVIEWING
    identity: Identity | None = None
    lines: tuple[SignLine, ...] | None = None
    beside: str | None = None
    paper: Paper = PLAIN
    check: Callable[[bytes], None] | None = None
    timestamp: str = ""

    @property
    def look(self) -> Look:
        """How its pages are printed."""
        is_demonstration = self.identity is not None and self.identity.demonstration
        return look_of(self.language, self.beside, self.paper, is_demonstration)


@dataclass(frozen=True, slots=True)
class Watch:
    """How long work tells how far it is and learns that it is to stop."""

    progress: Progress | None = None
    cancelled: Cancelled | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """``missing`` are characters no font of ours has; they print as boxes.

    ``digest`` is that of the data inside, ``file`` the SHA-256 of the whole PDF,
    ``certificate`` that of the signer's; it and ``signer`` are empty unsigned.
    """

    path: Path
    digest: str
    pages: int
    missing: tuple[str, ...]
    file: str
    audience: Audience
    language: str
    signer: str = ""
    certificate: str = ""

    @property
    def signed(self) -> bool:
        return bool(self.certificate)


Noted = Callable[[Exported], object]
"""Writes down that it leaves."""


def look_of(
    language: str, beside: str | None, paper: Paper, demonstration: bool = False
) -> Look:
    """A language does not stand beside itself."""
    other = Catalogue(beside) if beside and beside != language else None
    return Look(other, paper, demonstration)


def edition(clearance: Clearance, audience: Audience) -> Edition:
    """AppError ``clearance.void`` where a passage was expunged from it since,
    ``clearance.damaged`` where it holds nothing that we froze."""
    if clearance.is_void:
        raise AppError("clearance.void", number=clearance.number)
    try:
        return edition_of(cleared_content(clearance), audience)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as exc:
        raise AppError("clearance.damaged", number=clearance.number) from exc


def export(
    questionnaire: Questionnaire,
    clearance: Clearance,
    options: ExportOptions,
    watch: Watch | None = None,
    noted: Noted | None = None,
) -> Exported:
    """Write the edition's PDF with its data inside, and sign it if there is a key.

    The target appears whole or not at all.  ``noted`` is called once all of it is on
    the disk and before it is in its place: where it raises, nothing is written.

    Raises:
        AppError: ``file.unwritable``, ``disk.full``, ``task.cancelled``;
            ``submission.unplaced`` where it was noted and then could not be put there.
    """
    with uncollected():
        content, exported = _exported(
            questionnaire, clearance, options, watch or Watch()
        )
    with laid_beside(content, options.target) as put:
        if noted is None:
            put()
        else:
            noted(exported)
            _put_noted(put, options.target)
    return exported


def _put_noted(put: Callable[[], None], target: Path) -> None:
    try:
        put()
    except AppError as exc:
        raise AppError("submission.unplaced", file=target.name) from exc


def _exported(
    questionnaire: Questionnaire,
    clearance: Clearance,
    options: ExportOptions,
    watch: Watch,
) -> tuple[bytes, Exported]:
    leaving = edition(clearance, options.audience)
    tr = Catalogue(options.language)
    lines = default_lines(tr) if options.lines is None else options.lines
    document = submission(
        view_of(questionnaire, json.loads(leaving.content), leaving.digest),
        tr,
        lines,
        (_attachment(leaving, tr),),
        options.look,
    )
    content, written = _content(document, options, watch)
    identity = options.identity if any(line.digital for line in lines) else None
    return content, Exported(
        options.target,
        leaving.digest,
        written.pages,
        written.missing,
        sha256_hex(content),
        options.audience,
        options.language,
        identity.common_name if identity else "",
        identity.fingerprint if identity else "",
    )


def draft(
    desk: Desk,
    options: ExportOptions,
    watch: Watch | None = None,
    *,
    record: Consulted | None = None,
) -> tuple[str, ...]:
    """The reviewing edition as it would be today, DRAFT across each page.

    ``record`` of the consultation is a section of it, where it is given.  Gives the
    characters that no font of ours has.
    """
    content = frozen_content(desk, desk.review.parts, record)
    return write_draft_as(desk.questionnaire, content, options, watch)


def write_draft(
    questionnaire: Questionnaire,
    content: Mapping[str, Any],
    target: Path,
    language: str,
    watch: Watch | None = None,
) -> None:
    """Long work on ``frozen_content``, for the worker: it touches no desk."""
    write_draft_as(questionnaire, content, ExportOptions(target, language), watch)


def write_draft_as(
    questionnaire: Questionnaire,
    content: Mapping[str, Any],
    options: ExportOptions,
    watch: Watch | None = None,
) -> tuple[str, ...]:
    """``write_draft`` with all that ``options`` say of its look."""
    leaving = edition_of(content, Audience.REVIEWING)
    view = view_of(questionnaire, json.loads(leaving.content), None)
    document = submission(view, Catalogue(options.language), (), look=options.look)
    watch = watch or Watch()
    written = write_pdf(
        document, options.target, progress=watch.progress, cancelled=watch.cancelled
    )
    return written.missing


def _attachment(leaving: Edition, tr: Catalogue) -> Attachment:
    return Attachment(
        ANSWERS_NAME,
        leaving.content,
        "application/json",
        tr("The answers of this submission as data"),
    )


def _content(
    document: Document, options: ExportOptions, watch: Watch
) -> tuple[bytes, Written]:
    content, written = pdf_content(
        document, progress=watch.progress, cancelled=watch.cancelled
    )
    if options.check is not None:
        options.check(content)
    if options.identity is not None and written.places:
        choices = _choices(options.language, options.timestamp)
        content = signed(content, options.target.name, options.identity, choices)
    return content, written


def sign_next(
    source: Path, target: Path, identity: Identity, language: str, timestamp: str = ""
) -> None:
    """Fill the next empty signature place; AppError ``signature.no_place``."""
    sign(source, target, identity, _choices(language, timestamp))


def _choices(language: str, timestamp: str) -> SigningChoices:
    drawn = draw_stamp(Catalogue(language))
    return SigningChoices(draw_stamp=drawn, timestamp=timestamp)
