"""From an order to a file: tried first, then cleared, then exported and judged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from focalpoint_app.domain.clearance import Audience, Clearance
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.leaving import Order
    from focalpoint_app.workflow.submitting.preview import Preview
    from focalpoint_app.workflow.submitting.submission import Watch
    from focalpoint_app.workflow.submitting.submitting import Submitted


class Exporting(QObject):
    """One after the other: the worker tries, the window clears, the worker exports.

    Heavy libraries load in the worker, which uses them first.

    Signals:
        cleared: a new ``Clearance`` stands, whatever becomes of its export.
        done: a ``Submitted``.
        drafted: the path of a draft.
        previewed: a ``Preview``.
        failed: an ``AppError``; nothing else was changed.
    """

    cleared = Signal(object)
    done = Signal(object)
    drafted = Signal(object)
    previewed = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, bar: WorkBar) -> None:
        super().__init__(session)
        self._session = session
        self._bar = bar

    def clear_and_export(
        self, order: Order, parts: tuple[str, ...], *, with_record: bool = False
    ) -> None:
        """``with_record``: the consultation's becomes a section of every edition."""

        def then() -> None:
            self._clear(order, parts, with_record=with_record)

        self._try(order, then, is_clearing=True)

    def export(self, order: Order, clearance: Clearance) -> None:
        """A clearance that stands already, once more."""
        self._try(order, lambda: self._write(order, clearance))

    def draft(self, order: Order, *, with_record: bool = False) -> None:
        """The reviewing edition's answers; the order's key and lines are unused."""
        session = self._session
        desk = session.desk
        content = self._frozen(with_record=with_record)
        if content is None:
            return

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Path:
            from focalpoint_app.workflow.submitting.submission import (
                ExportOptions,
                write_draft_as,
            )

            options = ExportOptions(
                order.target, order.language, beside=order.beside, paper=order.paper
            )
            watch = watch_of(progress, cancelled)
            write_draft_as(desk.questionnaire, content, options, watch)
            return order.target

        tr = session.catalogue
        self._bar.run(
            tr("The draft is being written…"), work, self.drafted.emit, self.failed.emit
        )

    def preview(
        self, order: Order, clearance: Clearance | None, *, with_record: bool = False
    ) -> None:
        """The pages of a clearance, or of the answers as they stand."""
        desk = self._session.desk
        content = self._frozen(with_record=with_record)
        if content is None:
            return

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Preview:
            from focalpoint_app.workflow.submitting import preview

            watch = watch_of(progress, cancelled)
            form = desk.questionnaire
            if clearance is None:
                return preview.preview_of_answers(form, content, order, watch)
            return preview.preview_of_clearance(form, clearance, order, watch)

        words = self._session.catalogue("The pages are being laid out…")
        self._bar.run(words, work, self.previewed.emit, self.failed.emit)

    def _frozen(self, *, with_record: bool) -> dict[str, Any] | None:
        from focalpoint_app.workflow.consultation.consulted import consulted
        from focalpoint_app.workflow.review.clear import frozen_content

        desk = self._session.desk

        def frozen() -> dict[str, Any]:
            record = consulted(desk) if with_record else None
            return frozen_content(desk, desk.review.parts, record)

        return self._session.act(frozen)

    def _try(
        self, order: Order, then: Callable[[], None], *, is_clearing: bool = False
    ) -> None:
        path, tr = self._session.desk.path, self._session.catalogue
        workspace = self._session.desk.workspace
        words = tr("The certificate and the folder are tried…")

        def work(
            _progress: Progress, _cancelled: Callable[[], bool]
        ) -> tuple[AppError | None]:
            from focalpoint_app.workflow.safekeeping.backing import before
            from focalpoint_app.workflow.submitting.submitting import try_order

            try_order(path, order)
            # Not the error alone, which would be taken for a failure.
            return (before(workspace, Reason.CLEARANCE) if is_clearing else None,)

        def go_on(found: tuple[AppError | None]) -> None:
            (hindered,) = found
            if hindered is not None:
                self._session.failed.emit(hindered)
            then()

        self._bar.run(words, work, go_on, self.failed.emit)

    def _clear(
        self, order: Order, parts: tuple[str, ...], *, with_record: bool
    ) -> None:
        """On the window's thread: the desk is used on no other."""
        from focalpoint_app.workflow.consultation.consulted import consulted
        from focalpoint_app.workflow.review.clear import clear

        session = self._session
        session.autosave.flush()
        try:
            record = consulted(session.desk) if with_record else None
            clearance = clear(session.desk, parts, record)
        except AppError as error:
            self.failed.emit(error)
            return
        self.cleared.emit(clearance)
        self._write(order, clearance)

    def _write(self, order: Order, clearance: Clearance) -> None:
        from focalpoint_app.workflow.submitting.noting import noting

        questionnaire = self._session.desk.questionnaire
        check = _check(self._session, order, clearance)
        note = noting(self._session.desk, clearance)

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Submitted:
            from focalpoint_app.workflow.submitting.submitting import Gate, submitted

            watch = watch_of(progress, cancelled)
            gate = Gate(check, note)
            return submitted(questionnaire, clearance, order, watch, gate)

        words = self._session.catalogue("The document is being written…")
        self._bar.run(words, work, self.done.emit, self.failed.emit)


def _check(
    session: Session, order: Order, clearance: Clearance
) -> Callable[[bytes], None] | None:
    """What goes to the public is looked through before it is written."""
    if order.audience is not Audience.PUBLIC:
        return None
    from focalpoint_app.workflow.submitting.leak_check import LeakCheck, Printing

    languages = (order.language, *filter(None, (order.beside,)))
    desk, printing = session.desk, Printing(languages, order.paper, order.lines)
    parts = desk.workspace, desk.review.id, desk.questionnaire
    return LeakCheck(*parts, clearance, printing).refuse_leaks


def watch_of(progress: Progress, cancelled: Callable[[], bool]) -> Watch:
    """Pages done of all pages, as the share that the bar shows."""
    from focalpoint_app.workflow.submitting.submission import Watch

    def pages(done: int, of: int) -> None:
        progress(done / max(1, of))

    return Watch(pages, cancelled)
