from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, ObjectIdentifier
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.certificates import load_p12
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from tests.pdf.signing_samples import (
    ARABIC_NAME,
    PASSPHRASE,
    Key,
    Wanted,
    authority,
    demonstration,
    identity,
    made_certificate,
    made_p12,
    rsa_key,
)

DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
NATIONAL_PURPOSE = ObjectIdentifier("1.2.3.4.5.6")


def refusal(path: Path, passphrase: bytes | None = PASSPHRASE) -> AppError:
    with pytest.raises(AppError) as caught:
        load_p12(path, passphrase)
    return caught.value


def refusal_of(folder: Path, p12: bytes) -> AppError:
    path = folder / "key.p12"
    path.write_bytes(p12)
    return refusal(path)


def test_an_arabic_name_comes_out_as_it_went_in(tmp_path: Path) -> None:
    assert identity(tmp_path).common_name == ARABIC_NAME


def test_a_certificate_made_on_the_spot_says_that_it_is_a_demonstration(
    tmp_path: Path,
) -> None:
    assert identity(tmp_path).demonstration
    assert not identity(tmp_path, made_p12(Wanted())).demonstration


def test_a_demonstration_holds_for_a_year_from_a_little_before_now(
    tmp_path: Path,
) -> None:
    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    path = tmp_path / "key.p12"
    path.write_bytes(demonstration_p12("Amina", PASSPHRASE, at))

    loaded = load_p12(path, PASSPHRASE, at)

    assert loaded.not_before < at
    assert loaded.not_after - at > timedelta(days=364)


def test_a_name_longer_than_x520_allows_is_cut(tmp_path: Path) -> None:
    long_name = "ن" * 100
    loaded = identity(tmp_path, demonstration_p12(long_name, PASSPHRASE))
    assert loaded.common_name == "ن" * 64


@pytest.mark.parametrize("passphrase", [b"something else", b"", None])
def test_a_wrong_passphrase_is_told_as_such(
    tmp_path: Path, passphrase: bytes | None
) -> None:
    path = tmp_path / "key.p12"
    path.write_bytes(demonstration())
    assert refusal(path, passphrase).code == "certificate.wrong_passphrase"


def test_a_passphrase_may_be_arabic(tmp_path: Path) -> None:
    passphrase = "كلمة السر".encode()
    path = tmp_path / "key.p12"
    path.write_bytes(demonstration_p12("Amina", passphrase))
    assert load_p12(path, passphrase).common_name == "Amina"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\n",
        b"-----BEGIN CERTIFICATE-----\n",
        b"\x30\x03\x02\x01\x03",
        authority()[0].public_bytes(Encoding.DER),
    ],
)
def test_a_file_of_another_kind_is_not_blamed_on_the_passphrase(
    tmp_path: Path, content: bytes
) -> None:
    assert refusal_of(tmp_path, content).code == "certificate.unreadable"


def test_an_oversized_file_is_not_read_as_a_certificate(tmp_path: Path) -> None:
    assert refusal_of(tmp_path, bytes(1_100_000)).code == "certificate.unreadable"


@given(st.integers(0, len(demonstration()) - 1), st.binary(min_size=1, max_size=30))
def test_a_damaged_certificate_file_is_refused_with_a_code(
    tmp_path_factory: pytest.TempPathFactory, place: int, noise: bytes
) -> None:
    whole = demonstration()
    damaged = whole[:place] + noise + whole[place + len(noise) :]
    path = tmp_path_factory.mktemp("damaged") / "key.p12"
    path.write_bytes(damaged)
    if damaged != whole:
        assert refusal(path).code.startswith("certificate.")


def test_a_missing_file_is_told_as_such(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.p12").code == "file.missing"
    assert refusal(tmp_path).code == "file.unreadable"


def test_an_expired_certificate_tells_its_last_day(tmp_path: Path) -> None:
    wanted = Wanted(end=datetime(2026, 3, 1, tzinfo=UTC))
    error = refusal_of(tmp_path, made_p12(wanted))
    assert error.code == "certificate.expired"
    assert error.context["date"] == "2026-03-01"


def test_a_certificate_not_yet_valid_tells_its_first_day(tmp_path: Path) -> None:
    wanted = Wanted(start=datetime(2098, 3, 1, tzinfo=UTC))
    error = refusal_of(tmp_path, made_p12(wanted))
    assert error.code == "certificate.not_yet_valid"
    assert error.context["date"] == "2098-03-01"


def test_validity_is_judged_at_the_time_of_signing(tmp_path: Path) -> None:
    path = tmp_path / "key.p12"
    path.write_bytes(made_p12(Wanted(end=datetime(2026, 3, 1, tzinfo=UTC))))
    assert load_p12(path, PASSPHRASE, datetime(2026, 2, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(usages=frozenset({"key_encipherment"})),
        Wanted(usages=frozenset({"key_cert_sign", "crl_sign"})),
        Wanted(purposes=(ExtendedKeyUsageOID.SERVER_AUTH,)),
        Wanted(
            purposes=(
                ExtendedKeyUsageOID.SERVER_AUTH,
                ExtendedKeyUsageOID.CODE_SIGNING,
            )
        ),
    ],
)
def test_a_certificate_for_other_uses_is_refused(
    tmp_path: Path, wanted: Wanted
) -> None:
    assert refusal_of(tmp_path, made_p12(wanted)).code == "certificate.wrong_usage"


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(usages=None),
        Wanted(usages=frozenset({"digital_signature"})),
        Wanted(usages=frozenset({"content_commitment"})),
        Wanted(purposes=(DOCUMENT_SIGNING,)),
        Wanted(purposes=(NATIONAL_PURPOSE,)),
        Wanted(purposes=(ExtendedKeyUsageOID.EMAIL_PROTECTION,)),
        Wanted(
            purposes=(
                ExtendedKeyUsageOID.SERVER_AUTH,
                ExtendedKeyUsageOID.CLIENT_AUTH,
            )
        ),
    ],
)
def test_a_certificate_that_leaves_room_for_signing_is_taken(
    tmp_path: Path, wanted: Wanted
) -> None:
    assert identity(tmp_path, made_p12(wanted)).common_name == wanted.name


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda: rsa_key(1024), id="rsa-1024"),
        pytest.param(lambda: ec.generate_private_key(ec.SECP224R1()), id="ec-224"),
        pytest.param(lambda: dsa.generate_private_key(2048), id="dsa"),
    ],
)
def test_a_weak_key_is_refused(tmp_path: Path, made: Callable[[], Key]) -> None:
    p12 = made_p12(Wanted(), made())
    assert refusal_of(tmp_path, p12).code == "certificate.weak_key"


@pytest.mark.parametrize(
    ("key", "digest"),
    [
        (ec.generate_private_key(ec.SECP256R1()), "sha256"),
        (ec.generate_private_key(ec.SECP384R1()), "sha256"),
        (ed25519.Ed25519PrivateKey.generate(), "sha512"),
    ],
)
def test_elliptic_keys_are_taken(tmp_path: Path, key: Key, digest: str) -> None:
    assert identity(tmp_path, made_p12(Wanted(), key)).digest == digest


def test_a_file_with_certificates_alone_cannot_sign(tmp_path: Path) -> None:
    certificate = made_certificate(Wanted(), rsa_key())
    p12 = pkcs12.serialize_key_and_certificates(
        None, None, None, [certificate], BestAvailableEncryption(PASSPHRASE)
    )
    assert refusal_of(tmp_path, p12).code == "certificate.no_key"


def test_the_key_is_not_shown_where_an_identity_is_printed(tmp_path: Path) -> None:
    assert "signer=" not in repr(identity(tmp_path))
