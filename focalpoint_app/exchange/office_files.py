"""What Word files and Excel files have in common when they come back."""

from __future__ import annotations

import re
from collections.abc import Mapping

from focalpoint_app.domain.consultation import Request
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.archive import Archive

_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MACROS = re.compile(r"vbaProject|vbaData|activeX", re.IGNORECASE)
_RUNNING = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)


def refuse_macros(archive: Archive) -> None:
    """``reply.macros``: nothing would run here, but it has no place in a reply."""
    types = archive.read_if_there("[Content_Types].xml") or b""
    if any(map(_MACROS.search, archive.names)) or _RUNNING.search(types):
        raise AppError("reply.macros")


def request_named(text: str, known: Mapping[str, Request]) -> Request:
    """The first known request whose id stands in the text.

    Raises:
        AppError: ``reply.no_reference``, ``reply.unknown_request``.
    """
    named = _UUID.findall(text.lower())
    for each in named:
        if each in known:
            return known[each]
    if not named:
        raise AppError("reply.no_reference")
    raise AppError("reply.unknown_request", reference=named[0])
