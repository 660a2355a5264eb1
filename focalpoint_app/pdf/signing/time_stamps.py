"""A time stamp from an authority that the user names (RFC 3161).

The only module of the program that reaches anywhere, and only where an address was
given: what is sent is a digest of the signature, and nothing of the document.
"""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.patience import HTTPUntil

_PATIENCE = 20.0
"""Seconds for the whole answer; an authority takes less than one."""

_LARGEST = 100_000
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"


class Authority(TimeStamper):
    """Asked over HTTP or HTTPS, by way of the system's proxy if there is one."""

    def __init__(self, address: str, patience: float = _PATIENCE) -> None:
        """
        Raises:
            AppError: ``timestamp.address``.
        """
        begin: Any = super().__init__  # Without types in pyHanko.
        begin()
        refuse_no_address(address)
        self._address = address
        self._patience = patience

    async def async_request_tsa_response(
        self, req: tsp.TimeStampReq
    ) -> tsp.TimeStampResp:
        """
        Raises:
            AppError: ``timestamp.unreachable``, ``timestamp.refused``.
        """
        return self._asked(req)

    def try_once(self) -> None:
        """A stamp on nothing in particular.

        Raises:
            AppError: ``timestamp.unreachable``, ``timestamp.refused``.
        """
        build: Any = self.request_cms
        _, request = build(bytes(32), "sha256")
        self._asked(request)

    def _asked(self, request: tsp.TimeStampReq) -> tsp.TimeStampResp:
        content = self._answer(request.dump())
        try:
            answer = tsp.TimeStampResp.load(content, strict=True)
            fits = _fits(answer, request)
        except (ValueError, TypeError, KeyError, AttributeError) as exc:
            raise AppError("timestamp.refused", address=self._address) from exc
        if not fits:
            raise AppError("timestamp.refused", address=self._address)
        return answer

    def _answer(self, query: bytes) -> bytes:
        asked = urllib.request.Request(
            self._address, query, {"Content-Type": _QUERY, "Accept": _REPLY}
        )
        try:
            opener = _opener(time.monotonic() + self._patience)
            with opener.open(asked, timeout=self._patience) as answer:
                content: bytes = answer.read(_LARGEST)
        except urllib.error.HTTPError as exc:
            exc.close()
            raise AppError("timestamp.refused", address=self._address) from exc
        except (OSError, HTTPException) as exc:
            raise AppError("timestamp.unreachable", address=self._address) from exc
        return content


def refuse_no_address(address: str) -> None:
    """
    Raises:
        AppError: ``timestamp.address``.
    """
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        is_web = is_web and parts.port != 0
    except ValueError:  # A port that is none.
        is_web = False
    if not is_web or not address.isascii() or any(c <= " " for c in address):
        raise AppError("timestamp.address", address=address)


def _opener(until: float) -> urllib.request.OpenerDirector:
    """Without files, FTP, redirections and whatever else a usual one follows."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        HTTPUntil(until),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _fits(answer: tsp.TimeStampResp, request: tsp.TimeStampReq) -> bool:
    """Granted, on this very digest, and no old answer played again."""
    if answer["status"]["status"].native not in ("granted", "granted_with_mods"):
        return False
    signed = answer["time_stamp_token"]["content"]["encap_content_info"]
    told = signed["content"].parsed
    return all(
        told[name].native == request[name].native
        for name in ("message_imprint", "nonce")
    )
