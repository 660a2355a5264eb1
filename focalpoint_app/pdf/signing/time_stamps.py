"""A time stamp from an authority that the user names (RFC 3161).

The only module of the program that reaches anywhere, and only where an address was
given: what is sent is a digest of the signature, and nothing of the document.
"""

from __future__ import annotations

import hashlib
import time
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from asn1crypto import cms, tsp
from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.sign.general import (
    CMSExtractionError,
    SigningError,
    extract_certificate_info,
    extract_signer_info,
)
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.patience import HTTPUntil

_PATIENCE = 20.0
"""Seconds for the whole answer; an authority takes less than one."""

_LARGEST = 100_000
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"


_MALFORMED = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    CMSExtractionError,
    SignatureValidationError,
    SigningError,
    UnsupportedAlgorithm,
)


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
        except _MALFORMED as exc:
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
    """Granted, on this very digest, no old answer played again, and sealed."""
    if answer["status"]["status"].native not in ("granted", "granted_with_mods"):
        return False
    signed = answer["time_stamp_token"]["content"]
    told = signed["encap_content_info"]["content"].parsed
    return _is_sealed(signed) and all(
        told[name].native == request[name].native
        for name in ("message_imprint", "nonce")
    )


def _is_sealed(signed: cms.SignedData) -> bool:
    """By the key of the certificate that came with it, which is one for clocks."""
    info: Any = extract_signer_info(signed)
    certificate: Any = extract_certificate_info(signed).signer_cert
    purposes = certificate.extended_key_usage_value
    if purposes is None or "time_stamping" not in purposes.native:
        return False
    content = bytes(signed["encap_content_info"]["content"])
    digest = hashlib.new(info["digest_algorithm"]["algorithm"].native, content)
    return all(validate_sig_integrity(info, certificate, "tst_info", digest.digest()))
