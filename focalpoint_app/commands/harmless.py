"""Words of strangers on a terminal: shown, never obeyed."""

from __future__ import annotations

import re

import click

_OBEYED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}]"
)


def harmless(text: str) -> str:
    """Escapes what moves the caret, colours, copies or turns letters round.

    As JSON escapes it, of which the very same text is read again.
    """
    return _OBEYED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def told(text: str, *, as_error: bool = False) -> None:
    """One line or several, at once."""
    click.echo(harmless(text), err=as_error)
