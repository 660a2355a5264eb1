"""Tracked changes and comments of a contribution, each with who made it and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.consultation import Trace
from focalpoint_app.domain.merge.differences import Mark, Passage
from focalpoint_app.gui.controls.labels import plain_label, say, soft_label
from focalpoint_app.gui.questionnaire.contributions.changes import Changes
from focalpoint_app.gui.texts import dotted, listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_

_KINDS: Mapping[str, str] = {
    "inserted": N_("Tracked insertion"),
    "deleted": N_("Tracked deletion"),
    "comment": N_("Comment"),
}
_MARKS = {"inserted": Mark.ADDED, "deleted": Mark.REMOVED}


def trace_lines(traces: Iterable[Trace], tr: Catalogue) -> Iterator[QWidget]:
    """One below another, in their order."""
    for trace in traces:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = soft_label(wrap=True)
        head.setText(_head(trace, tr))
        column.addWidget(head)
        column.addWidget(_text(trace, tr))
        yield line


def _head(trace: Trace, tr: Catalogue) -> str:
    kind = tr(_KINDS.get(trace.kind, _KINDS["comment"]))
    return dotted(kind, listed([trace.author, _moment(trace.time, tr)], tr))


def _text(trace: Trace, tr: Catalogue) -> QWidget:
    if trace.kind in _MARKS:
        changes = Changes()
        changes.show_passages([Passage(_MARKS[trace.kind], trace.text)], tr)
        return changes
    label = plain_label(wrap=True)
    say(label, trace.text)
    return label


def _moment(time: str, tr: Catalogue) -> str:
    """A file may say anything."""
    try:
        date = datetime.fromisoformat(time).date()
    except ValueError:
        return time
    return written_date(date, tr.language, tr.digits)
