"""Errors raised on purpose; everything else that escapes is a bug."""


class AppError(Exception):
    """What the user's machine or data did, and the user can act upon.

    ``code`` selects the translated sentence (``language/sentences.py``),
    ``context`` fills its gaps.  The code is stable: scripts read it.
    """

    def __init__(self, code: str, **context: str | int) -> None:
        super().__init__(f"{code} {context}")
        self.code = code
        self.context = context


class RefusedEntriesError(AppError):
    """A whole file refused because of some of its entries; nothing was changed."""

    def __init__(self, code: str, entries: tuple[AppError, ...]) -> None:
        super().__init__(code, count=len(entries))
        self.entries = entries
