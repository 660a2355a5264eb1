"""Canonical JSON: the one byte form of a value, over which digests are taken."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z", re.ASCII)


def canonical_json(value: object) -> bytes:
    """RFC 8785, with numbers as decimal strings and times as UTC.

    Raises:
        TypeError: for floats and anything else that has no one form.
    """
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8")


def sha256_hex(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def utc_text(time: datetime) -> str:
    """``2026-11-22T04:05:06.000007Z``; naive times are refused."""
    if time.tzinfo is None:
        raise TypeError("a time without a zone")
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def utc_time(text: str) -> datetime:
    """What ``utc_text`` wrote; ``strptime`` takes a hundred times as long.

    Raises:
        ValueError: for any other form.
    """
    if _UTC.fullmatch(text) is None:
        raise ValueError(f"no time of ours: {text!r}")
    return datetime.fromisoformat(text).astimezone(UTC)


def decimal_text(number: Decimal | int) -> str:
    """Plain notation without exponent or trailing zeros: ``12``, ``0.5``."""
    text = format(Decimal(number), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if text.strip("-0") else "0"


def _plain(value: object) -> object:
    match value:
        case None | bool() | str():
            return value
        case int() | Decimal():
            return decimal_text(value)
        case datetime():
            return utc_text(value)
        case Mapping():
            return {key: _plain(value[key]) for key in sorted(value, key=_utf16)}
        case list() | tuple():
            return [_plain(each) for each in value]
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _utf16(key: str) -> bytes:
    return key.encode("utf-16-be")  # RFC 8785, 3.2.3: sorted by UTF-16 code units.
