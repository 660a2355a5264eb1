"""The lines of the sign-off page: data, none to eight."""

from focalpoint_app.document.edition_view import SignLine
from focalpoint_app.domain.errors import AppError
from focalpoint_app.language.catalogue import Catalogue

MOST_LINES = 8


def default_lines(tr: Catalogue) -> tuple[SignLine, ...]:
    """The expert who answers and the focal point who clears."""
    return (
        SignLine(tr("Governmental expert")),
        SignLine(tr("Focal point"), seal=True),
    )


def checked_lines(lines: tuple[SignLine, ...]) -> tuple[SignLine, ...]:
    """AppError ``sign_off.too_many`` beyond eight."""
    if len(lines) > MOST_LINES:
        raise AppError("sign_off.too_many", limit=MOST_LINES)
    return lines
