"""What came of an export, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.characters import named_characters

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.submitting import Submitted


def result_lines(submitted: Submitted, tr: Catalogue) -> tuple[str, ...]:
    """The verdict where there is one; where the file lies; what did not print."""
    pages = tr.counted(
        "{n} page was written to {file}.",
        "{n} pages were written to {file}.",
        submitted.pages,
        file=str(submitted.path),
    )
    lines = [pages]
    if submitted.verdict is not None:
        lines = [*submitted.verdict.lines(tr), pages]
    else:
        lines.append(tr("Print it, sign it in ink, and hand it over."))
    if submitted.missing:
        missing = named_characters(submitted.missing)
        lines.append(tr("No font has these characters: {list}", list=missing))
    return tuple(lines)
