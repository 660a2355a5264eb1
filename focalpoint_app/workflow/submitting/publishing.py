"""The public edition in one step, looked through before anything is cleared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from focalpoint_app.domain.clearance import Audience, Clearance
from focalpoint_app.domain.consulted import Consulted
from focalpoint_app.workflow.review.clear import keep_clearance, prepared_clearance
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.leak_check import LeakCheck, Printing
from focalpoint_app.workflow.submitting.noting import note_submission
from focalpoint_app.workflow.submitting.outputs import refuse_same, refuse_unwritable
from focalpoint_app.workflow.submitting.papers import public_paper
from focalpoint_app.workflow.submitting.submission import (
    Exported,
    ExportOptions,
    Watch,
    export,
)


def publish_edition(
    desk: Desk,
    target: Path,
    language: str,
    watch: Watch | None = None,
    *,
    record: Consulted | None = None,
) -> Exported:
    """What the public may read, unsigned; as ``publish_as``."""
    options = ExportOptions(target, language, Audience.PUBLIC, lines=())
    options = replace(options, paper=public_paper(desk, language))
    return publish_as(desk, options, watch, record=record)


def publish_as(
    desk: Desk,
    options: ExportOptions,
    watch: Watch | None = None,
    *,
    record: Consulted | None = None,
) -> Exported:
    """Write a public edition, and clear once it is known to tell nothing more.

    ``record`` of the consultation is a section of it, where it is given.

    Raises:
        AppError: ``publish.restricted`` with how many passages: nothing was cleared
            or written; as ``clear`` and ``export``.
    """
    refuse_same(desk.path, options.target)
    refuse_unwritable(options.target)
    clearance = prepared_clearance(desk, record=record)
    check = leak_check(desk, clearance, options).refuse_leaks

    def noted(exported: Exported) -> None:
        keep_clearance(desk, clearance)
        note_submission(desk, clearance, exported)

    checked = replace(options, check=check)
    return export(desk.questionnaire, clearance, checked, watch, noted)


def leak_check(desk: Desk, clearance: Clearance, options: ExportOptions) -> LeakCheck:
    languages = (options.language, *filter(None, (options.beside,)))
    return LeakCheck(
        desk.workspace,
        desk.review.id,
        desk.questionnaire,
        clearance,
        Printing(languages, options.paper, options.lines or ()),
    )
