"""Text that a spreadsheet would work out, and what keeps it text."""

from __future__ import annotations

import re

_SIGNS = r"[=+\-@\t\r\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}" + (
    r"\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]"
)
_BEFORE = r"(?:^|(?<=[,;\t|]))(?:[^\S\t\r]|\")*"
_LIVE = re.compile(rf"({_BEFORE}'*)(?={_SIGNS})")
_KEPT = re.compile(rf"({_BEFORE}'*)'(?={_SIGNS})")
_LEADING = re.compile(rf"[^\S\t\r]*{_SIGNS}")


def is_live(text: str) -> bool:
    """A cell that begins so is taken for a formula where it is typed or pasted."""
    return _LEADING.match(text) is not None


def inert(text: str) -> str:
    """With an apostrophe before each sign that begins a formula.

    Behind commas and semicolons too: whose spreadsheet parts columns by the other one
    has a new cell there.  ``as_written`` takes them away again.
    """
    return _LIVE.sub(r"\1'", text)


def as_written(text: str) -> str:
    return _KEPT.sub(r"\1", text)
