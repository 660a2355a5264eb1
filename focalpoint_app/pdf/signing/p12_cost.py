"""How much work a PKCS#12 file asks for before its passphrase can be tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from asn1crypto import pkcs12

MOST_ROUNDS = 5_000_000
"""Of a key's derivation, some two seconds; issuers write 2,000 to 600,000, a file may
ask for two thousand million."""

_COUNTS = frozenset({"iterations", "iteration_count"})


def is_too_costly(file: pkcs12.Pfx) -> bool:
    """Whether the rounds in the readable part of the file are together over the limit.

    Raises:
        ValueError, TypeError: the file is no PKCS#12.
    """
    return sum(_rounds(file)) > MOST_ROUNDS


def _rounds(file: pkcs12.Pfx) -> Iterator[int]:
    yield from _counts(file["mac_data"].native)
    for part in file.authenticated_safe:
        if part["content_type"].native == "data":
            bags = pkcs12.SafeContents.load(part["content"].native)
            yield from _counts(bags.native)
        else:
            yield from _counts(part["content"].native)


def _counts(value: object) -> Iterator[int]:
    if isinstance(value, Mapping):
        for name, each in value.items():
            if name in _COUNTS and isinstance(each, int):
                yield each
            else:
                yield from _counts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _counts(each)
