"""Collects what is wrong with a questionnaire, so that all of it is told at once."""

from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.forms.entries import Entry

MOST_TOLD = 100
"""More faults than these help nobody; the first ones usually cause the rest."""


class Faults:
    def __init__(self) -> None:
        self._found: list[AppError] = []

    def add(self, fault: AppError) -> None:
        self._found.append(fault)

    def refuse(self) -> None:
        """Raise ``form.broken`` with every fault as an entry, if there is one."""
        if self._found:
            raise RefusedEntriesError("form.broken", tuple(self._found[:MOST_TOLD]))


def fault(code: str, entry: Entry, **context: str | int) -> AppError:
    """``code`` at the entry's file and line."""
    return AppError(code, file=entry.file, line=entry.line, **context)
