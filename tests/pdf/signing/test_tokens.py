"""Cards and tokens sign, and each thing that goes wrong with one has its code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from pkcs11 import TokenFlag

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.signing import signed
from focalpoint_app.pdf.signing.token_module import wrong_pin_code
from focalpoint_app.pdf.signing.tokens import (
    PinState,
    load_token,
    pin_state,
    tokens_at,
)
from focalpoint_app.pdf.verifying.verdict import verify
from tests.pdf.signing_samples import ARABIC_NAME, Wanted, rsa_key, submission
from tests.pdf.token_samples import (
    EARLY,
    EXPIRED,
    LASTING,
    PIN,
    WITH_TOKENS,
    Key,
    add_token,
    ec_key,
    module,
    no_tokens,
    put,
    put_certificate,
    put_key,
    written,
)

pytestmark = WITH_TOKENS


@pytest.fixture(autouse=True)
def tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    no_tokens(tmp_path, monkeypatch)
    return tmp_path / "tokens"


@pytest.fixture
def card() -> None:
    add_token("card")


def refusal(pin: str | None = PIN, label: str | None = None) -> AppError:
    with pytest.raises(AppError) as refused:
        load_token(module(), pin, label)
    return refused.value


@pytest.mark.parametrize(
    "key",
    [
        pytest.param(rsa_key(), id="RSA 2048"),
        pytest.param(ec_key(), id="P-256"),
        pytest.param(ec_key(ec.SECP384R1), id="P-384"),
    ],
)
def test_a_key_on_a_token_signs(card: None, tmp_path: Path, key: Key) -> None:
    put("card", Wanted(ARABIC_NAME), key)
    path = tmp_path / "signed.pdf"

    path.write_bytes(signed(submission(), "x.pdf", load_token(module(), PIN)))

    verdict = verify(path)
    assert verdict.intact
    assert verdict.signatures[0].signer == ARABIC_NAME


def test_a_card_may_be_out_between_two_signatures(card: None, tmp_path: Path) -> None:
    put("card", LASTING)
    identity = load_token(module(), PIN)
    path = tmp_path / "twice.pdf"

    once = signed(submission(), "x.pdf", identity)
    path.write_bytes(signed(once, "x.pdf", identity))

    assert len(verify(path).signatures) == 2
    assert verify(path).intact


def test_the_private_key_stays_on_the_token(card: None) -> None:
    put("card", LASTING)
    secret = rsa_key().private_numbers().d.to_bytes(256, "big")
    identity = load_token(module(), PIN)
    assert secret not in signed(submission(), "x.pdf", identity)
    assert PIN not in repr(identity)
    assert not hasattr(identity.signer, "signing_key")


def test_a_token_taken_out_before_signing_is_told(card: None, tokens: Path) -> None:
    put("card", LASTING)
    identity = load_token(module(), PIN)
    shutil.rmtree(tokens)
    tokens.mkdir()
    add_token("another")

    with pytest.raises(AppError) as refused:
        signed(submission(), "x.pdf", identity)

    assert refused.value.code == "token.removed"


def test_tokens_are_listed_without_a_pin(card: None) -> None:
    put("card", Wanted(ARABIC_NAME))
    put("card", EXPIRED, ec_key(), number=2)

    (found,) = tokens_at(module())

    assert found.label == "card"
    assert found.pin is PinState.FINE
    assert not found.asks_itself
    assert [(each.name, each.fault) for each in found.certificates] == [
        (ARABIC_NAME, None),
        ("Amina Yusuf", "certificate.expired"),
    ]


def test_without_a_token_it_is_said_to_insert_one() -> None:
    assert refusal().code == "token.none"


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "file.missing"), (b"", "token.no_module"), (b"\x7fELF", "token.no_module")],
)
def test_a_file_that_is_no_module_is_told(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "module.so"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AppError) as refused:
        load_token(path, PIN)
    assert refused.value.code == code


def test_a_library_of_another_kind_is_no_module() -> None:
    library = next(Path("/usr/lib").rglob("libc.so.6"))
    with pytest.raises(AppError) as refused:
        tokens_at(library)
    assert refused.value.code == "token.no_module"


@pytest.mark.parametrize("pin", ["4321", "1", "9" * 300, "ستة"])
def test_a_wrong_pin_is_told_once_and_the_right_one_still_opens(
    card: None, pin: str
) -> None:
    put("card", LASTING)
    assert refusal(pin).code == "token.wrong_pin"
    assert load_token(module(), PIN)


@pytest.mark.parametrize("pin", [None, ""])
def test_a_token_that_wants_a_pin_says_so(card: None, pin: str | None) -> None:
    put("card", LASTING)
    assert refusal(pin).code == "token.pin_missing"


@pytest.mark.parametrize(
    ("flags", "code", "state"),
    [
        (TokenFlag(0), "token.wrong_pin", PinState.FINE),
        (TokenFlag.USER_PIN_COUNT_LOW, "token.wrong_pin", PinState.LOW),
        (
            TokenFlag.USER_PIN_COUNT_LOW | TokenFlag.USER_PIN_FINAL_TRY,
            "token.wrong_pin_final",
            PinState.FINAL_TRY,
        ),
        (
            TokenFlag.USER_PIN_FINAL_TRY | TokenFlag.USER_PIN_LOCKED,
            "token.pin_locked",
            PinState.LOCKED,
        ),
    ],
)
def test_how_near_to_locked_a_token_is_comes_from_the_token(
    flags: TokenFlag, code: str, state: PinState
) -> None:
    assert wrong_pin_code(flags) == code
    assert pin_state(flags) is state


@pytest.mark.parametrize(
    ("wanted", "key", "code"),
    [
        (EXPIRED, None, "certificate.expired"),
        (EARLY, None, "certificate.not_yet_valid"),
        (Wanted(usages=frozenset({"crl_sign"})), None, "certificate.wrong_usage"),
        (Wanted(), rsa_key(1024), "certificate.weak_key"),
        (Wanted(), ec_key(ec.SECP224R1), "certificate.weak_key"),
    ],
)
def test_a_certificate_unfit_to_sign_is_told(
    card: None, wanted: Wanted, key: Key | None, code: str
) -> None:
    put("card", wanted, key)
    assert refusal().code == code


def test_a_certificate_without_its_key_cannot_sign(card: None) -> None:
    with written("card") as session:
        put_certificate(session, LASTING, rsa_key())
    assert refusal().code == "token.no_certificate"


def test_a_key_without_its_certificate_cannot_sign(card: None) -> None:
    with written("card") as session:
        put_key(session, rsa_key())
    assert refusal().code == "token.no_certificate"


def test_the_only_token_that_may_sign_is_taken(card: None) -> None:
    add_token("old card")
    put("card", Wanted("Amal"))
    put("old card", EXPIRED)
    assert load_token(module(), PIN).common_name == "Amal"


def test_of_two_tokens_the_named_one_is_taken(card: None) -> None:
    add_token("بطاقة")
    put("card", Wanted("Amal"))
    put("بطاقة", Wanted("سمير"))

    told = refusal()
    assert told.code == "token.which"
    assert told.context["list"] == "card, بطاقة"
    for label in ("بطاقة", "سمير"):
        assert load_token(module(), PIN, label).common_name == "سمير"
    assert refusal(label="nobody").code == "token.unknown_label"


def test_of_two_holders_on_a_token_the_named_one_is_taken(card: None) -> None:
    put("card", Wanted("Amal"))
    put("card", Wanted("Samir"), ec_key(), number=2)

    assert refusal().code == "token.which"
    assert load_token(module(), PIN, "Samir").common_name == "Samir"
    assert load_token(module(), PIN, "key 1").common_name == "Amal"


def test_of_one_holders_certificates_the_one_for_lasting_signatures_is_taken(
    card: None,
) -> None:
    put("card", Wanted())
    put("card", LASTING, ec_key(), number=2)
    assert "non_repudiation" in load_token(module(), PIN).usages
