"""The lines of the sign-off page: data, none to eight."""

from dataclasses import replace

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.sign_off import MOST_LINES, SignLine
from focalpoint_app.domain.text import clean_text
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.review.desk import Desk


def default_lines(tr: Catalogue) -> tuple[SignLine, ...]:
    """The expert who answers and the focal point who clears."""
    return (
        SignLine(tr("Governmental expert")),
        SignLine(tr("Focal point"), seal=True),
    )


def lines_of(desk: Desk, tr: Catalogue) -> tuple[SignLine, ...]:
    """Those the workspace keeps, else the default ones in the catalogue's language."""
    kept = desk.workspace.sign_off()
    return default_lines(tr) if kept is None else kept


def save_lines(desk: Desk, lines: tuple[SignLine, ...]) -> None:
    """Later submissions carry them; AppError ``sign_off.too_many``, ``text.*``."""
    cleaned = tuple(
        replace(
            line,
            role=clean_text(line.role),
            name=clean_text(line.name),
            title=clean_text(line.title),
        )
        for line in checked_lines(lines)
    )
    desk.workspace.save_sign_off(cleaned)


def checked_lines(lines: tuple[SignLine, ...]) -> tuple[SignLine, ...]:
    """AppError ``sign_off.too_many`` beyond eight."""
    if len(lines) > MOST_LINES:
        raise AppError("sign_off.too_many", limit=MOST_LINES)
    return lines
