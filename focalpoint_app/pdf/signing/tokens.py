"""Cards and tokens: what is on them, and who signs with one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from asn1crypto import x509
from pkcs11 import Attribute, ObjectClass, Session, Token, TokenFlag

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.certificates import (
    Identity,
    identity_of,
    refuse_unfit,
    signer_name,
)
from focalpoint_app.pdf.signing.token_module import logged_in, present_tokens, told
from focalpoint_app.pdf.signing.token_signer import KeyPlace, TokenSigner


class PinState(StrEnum):
    """What a token says of its PIN; LOW: a wrong one was given lately."""

    FINE = "fine"
    LOW = "low"
    FINAL_TRY = "final_try"
    LOCKED = "locked"


_PIN_STATES = {
    TokenFlag.USER_PIN_LOCKED: PinState.LOCKED,
    TokenFlag.USER_PIN_FINAL_TRY: PinState.FINAL_TRY,
    TokenFlag.USER_PIN_COUNT_LOW: PinState.LOW,
}


@dataclass(frozen=True, slots=True)
class TokenCertificate:
    """``fault`` is the code of why it cannot sign now, or None; times are UTC."""

    name: str
    not_after: datetime
    fault: str | None


@dataclass(frozen=True, slots=True)
class FoundToken:
    """``asks_itself``: the reader has keys of its own for the PIN."""

    label: str
    serial: str
    pin: PinState
    asks_itself: bool
    certificates: tuple[TokenCertificate, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """A certificate object of a token, and the id that its key shares."""

    certificate: x509.Certificate
    key_id: bytes
    label: str


def tokens_at(module: Path, at: datetime | None = None) -> tuple[FoundToken, ...]:
    """What can be seen without a PIN; AppError as ``present_tokens``."""
    with present_tokens(module) as tokens:
        return tuple(_described(token, at or datetime.now(UTC)) for token in tokens)


def pin_state(flags: TokenFlag) -> PinState:
    for flag, state in _PIN_STATES.items():
        if flags & flag:
            return state
    return PinState.FINE


def load_token(
    module: Path, pin: str | None, label: str | None = None, at: datetime | None = None
) -> Identity:
    """The identity on a card or token, its PIN tried, fit to sign at ``at`` or now.

    ``label`` names the token or the certificate's holder where there are several.

    Raises:
        AppError: ``file.missing``, ``token.no_module``, ``token.none``,
            ``token.unknown_label``, ``token.which``, ``token.no_certificate``,
            ``token.removed``, ``token.failed``, and those of ``logged_in`` and
            ``identity_of``.
    """
    moment = at or datetime.now(UTC)
    with present_tokens(module) as tokens:
        token = _chosen_token(tokens, label, moment)
        with told(token.label), logged_in(token, pin) as session:
            held = _chosen_pair(session, token.label, label, moment)
            others = tuple(each.certificate for each in _held(session))
    place = KeyPlace(module, token.label, token.serial, held.key_id, pin)
    return identity_of(TokenSigner(place, held.certificate, others), moment)


def _described(token: Token, at: datetime) -> FoundToken:
    """Certificates that may sign come first: a token tells them in any order."""
    certificates = [
        TokenCertificate(
            signer_name(each.certificate),
            each.certificate.not_valid_after,
            _fault(each.certificate, at),
        )
        for each in _public(token)
    ]
    certificates.sort(key=lambda each: (each.fault is not None, each.name))
    return FoundToken(
        token.label,
        token.serial.decode("ascii", "replace"),
        pin_state(token.flags),
        bool(token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH),
        tuple(certificates),
    )


def _fault(certificate: x509.Certificate, at: datetime) -> str | None:
    try:
        refuse_unfit(certificate, at)
    except AppError as unfit:
        return unfit.code
    return None


def _chosen_token(tokens: list[Token], label: str | None, at: datetime) -> Token:
    """The one named; else the only one with a certificate that may sign now."""
    if label is not None:
        fitting = [each for each in tokens if label in _names(each)]
        if not fitting:
            raise AppError("token.unknown_label", label=label, list=_labels(tokens))
    elif len(tokens) == 1:
        fitting = tokens
    else:
        fitting = [each for each in tokens if _may_sign(each, at)] or tokens
    if len(fitting) > 1:
        raise AppError("token.which", list=_labels(fitting))
    return fitting[0]


def _may_sign(token: Token, at: datetime) -> bool:
    return any(_fault(each.certificate, at) is None for each in _public(token))


def _names(token: Token) -> set[str]:
    held = _public(token)
    holders = {signer_name(each.certificate) for each in held}
    return {token.label} | holders | {each.label for each in held}


def _labels(tokens: list[Token]) -> str:
    return ", ".join(sorted(token.label for token in tokens))


def _public(token: Token) -> list[_Held]:
    with token.open() as session:
        return list(_held(session))


def _held(session: Session) -> Iterator[_Held]:
    """Its certificates; one that cannot be read is no certificate for us."""
    for each in list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})):
        try:
            certificate = x509.Certificate.load(each[Attribute.VALUE])
            signer_name(certificate)
        except (ValueError, TypeError, KeyError):
            continue
        yield _Held(certificate, bytes(each[Attribute.ID]), str(each[Attribute.LABEL]))


def _chosen_pair(
    session: Session, token: str, label: str | None, at: datetime
) -> _Held:
    """Among several that may sign, the one made for signatures of lasting value."""
    keys = _key_ids(session)
    pairs = [each for each in _held(session) if each.key_id in keys]
    named = [each for each in pairs if label in _called(each)] or pairs
    if not named:
        raise AppError("token.no_certificate", token=token)
    fit = [each for each in named if _fault(each.certificate, at) is None]
    lasting = [each for each in fit if _is_lasting(each.certificate)] or fit or named
    if len({signer_name(each.certificate) for each in lasting}) > 1:
        holders = sorted(signer_name(each.certificate) for each in lasting)
        raise AppError("token.which", list=", ".join(holders))
    return max(lasting, key=lambda each: each.certificate.not_valid_after)


def _key_ids(session: Session) -> set[bytes]:
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.SIGN: True}
    return {bytes(key[Attribute.ID]) for key in list(session.get_objects(wanted))}


def _called(held: _Held) -> set[str]:
    return {held.label, signer_name(held.certificate)}


def _is_lasting(certificate: x509.Certificate) -> bool:
    stated = certificate.key_usage_value
    return stated is not None and "non_repudiation" in stated.native
