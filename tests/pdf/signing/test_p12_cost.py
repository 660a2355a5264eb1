"""What a certificate file asks for is added up before its passphrase is tried."""

from __future__ import annotations

import pytest
from asn1crypto import pkcs12

from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.pdf.signing.p12_cost import MOST_ROUNDS, is_too_costly
from tests.hostile.certificates import locked, sealed


@pytest.fixture(scope="module")
def sound() -> bytes:
    return demonstration_p12("اختبار", b"x")


def asking(sound: bytes, rounds: tuple[int, int, int]) -> pkcs12.Pfx:
    """By the seal, the key's lock and the certificates' lock."""
    file = locked(sealed(sound, rounds[0]), "data", rounds[1])
    return pkcs12.Pfx.load(locked(file, "encrypted_data", rounds[2]))


def test_an_ordinary_file_is_not_too_costly(sound: bytes) -> None:
    assert not is_too_costly(pkcs12.Pfx.load(sound))


def test_locks_that_are_each_within_the_limit_are_counted_together(
    sound: bytes,
) -> None:
    third = MOST_ROUNDS // 3
    assert not is_too_costly(asking(sound, (third, third, third)))
    more = MOST_ROUNDS - 2 * third + 1
    for rounds in ((more, third, third), (third, more, third), (third, third, more)):
        assert is_too_costly(asking(sound, rounds))
