"""The command line's verbs of documents besides the submission, and of their paper."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.review.shipped import form_named
from focalpoint_app.workflow.verbs.verbs import Outcome, written

if TYPE_CHECKING:
    from focalpoint_app.document.edition_view import EditionView
    from focalpoint_app.workflow.review.desk import Desk
    from focalpoint_app.workflow.submitting.documents import Wish


REGISTER = "register"
"""What ``print`` makes of a workspace besides ``documents.Kind``."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """``file`` None prints the ``questionnaire`` that ships with the program."""

    output: Path
    kind: str
    file: Path | None
    questionnaire: str
    language: str
    beside: str | None
    parts: tuple[str, ...]
    article: str
    review_id: str | None


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What is None stays as it is; ``clear`` takes everything away first."""

    lines: tuple[str, ...]
    picture: Path | None
    marking: str | None
    language: str
    clear: bool

    @property
    def changes(self) -> bool:
        return bool(
            self.lines or self.picture or self.marking is not None or self.clear
        )


def print_document(order: PrintOrder, tr: Catalogue) -> Outcome:
    from focalpoint_app.workflow.submitting.documents import composed, printed
    from focalpoint_app.workflow.submitting.outputs import refuse_same

    refuse_same(order.file, order.output)
    if order.kind == REGISTER and order.file is not None:
        return _print_register(order.file, order, tr)
    view, wish = _view_and_wish(order)
    done = printed(composed(view, wish), order.output)
    return Outcome(written(order.output, done.missing, tr))


def _print_register(file: Path, order: PrintOrder, tr: Catalogue) -> Outcome:
    from focalpoint_app.workflow.consultation.registering import register_document
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.submitting.documents import printed

    with closing(open_review(file, writing=False, review_id=order.review_id)) as desk:
        document = register_document(desk, order.language)
    done = printed(document, order.output)
    return Outcome(written(order.output, done.missing, tr))


def letterhead(
    file: Path, order: PaperOrder, review_id: str | None, tr: Catalogue
) -> Outcome:
    """Without anything to change, what there is."""
    from focalpoint_app.workflow.review.opening import open_review

    with closing(open_review(file, writing=order.changes, review_id=review_id)) as desk:
        if order.changes:
            _change(desk, order)
        return Outcome("\n".join(_told(desk, tr)), warning=desk.notice)


def _view_and_wish(order: PrintOrder) -> tuple[EditionView, Wish]:
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.submitting.documents import (
        Kind,
        Wish,
        empty_view,
        working_view,
    )
    from focalpoint_app.workflow.submitting.papers import paper_of

    wish = Wish(
        Kind(order.kind), order.language, order.beside, order.parts, order.article
    )
    if order.file is None:
        return empty_view(form_named(order.questionnaire)), wish
    with closing(
        open_review(order.file, writing=False, review_id=order.review_id)
    ) as desk:
        return working_view(desk), replace(wish, paper=paper_of(desk, order.language))


def _change(desk: Desk, order: PaperOrder) -> None:
    from focalpoint_app.workflow.submitting.papers import (
        read_picture,
        set_letterhead,
        set_marking,
    )

    kept = (None if order.clear else desk.workspace.letterhead()) or Letterhead()
    if order.lines:
        kept = replace(kept, lines=order.lines, language=order.language)
    if order.picture is not None:
        kept = replace(kept, picture=read_picture(order.picture))
    set_letterhead(desk, kept)
    if order.marking is not None or order.clear:
        set_marking(desk, order.marking or "")


def _told(desk: Desk, tr: Catalogue) -> list[str]:
    kept = desk.workspace.letterhead()
    marking = desk.workspace.marking()
    told = list(kept.lines) if kept else []
    if kept and kept.picture is not None:
        size = len(kept.picture)
        told.append(tr("A picture of {size} bytes.", size=size))
    if not told:
        told.append(tr("There is no letterhead."))
    if marking:
        told.append(tr("Marking: {marking}", marking=marking))
    return told
