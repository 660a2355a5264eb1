"""Signs with a key that stays on its card: the card is asked anew each time."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from asn1crypto import x509
from pkcs11 import (
    Attribute,
    AttributeSensitive,
    AttributeTypeInvalid,
    Mechanism,
    ObjectClass,
    Session,
    SignMixin,
    Token,
)
from pyhanko.sign.pkcs11 import select_pkcs11_signing_params
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.token_module import logged_in, present_tokens, told

# Some cards hash what they sign, some want the hash.
_HASHING = {"rsa": Mechanism.SHA256_RSA_PKCS, "ec": Mechanism.ECDSA_SHA256}
_ROOM_FOR_SIGNATURE = 1024  # bytes; RSA of 8192 bits.


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a key lies; ``key_id`` as its certificate has it."""

    module: Path
    label: str
    serial: bytes
    key_id: bytes
    pin: str | None = field(repr=False)


class TokenSigner(Signer):
    """Holds no session: a card may be taken out and put back between signatures."""

    def __init__(
        self,
        place: KeyPlace,
        certificate: x509.Certificate,
        others: tuple[x509.Certificate, ...],
    ) -> None:
        registry = SimpleCertificateStore()
        registry.register_multiple(others)
        super().__init__(signing_cert=certificate, cert_registry=registry)
        self._place = place
        self._algorithm = certificate.public_key.algorithm

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """Raises AppError as ``load_token``, and ``token.removed``."""
        if dry_run:
            return bytes(_ROOM_FOR_SIGNATURE)
        place = self._place
        with present_tokens(place.module) as tokens:
            token = _same(tokens, place)
            with told(token.label), logged_in(token, place.pin) as session:
                return self._signed(data, digest_algorithm.lower(), token, session)

    def _signed(
        self, data: bytes, digest: str, token: Token, session: Session
    ) -> bytes:
        hashes = _HASHING.get(self._algorithm)
        is_raw = bool(hashes) and hashes not in token.slot.get_mechanisms()
        how = select_pkcs11_signing_params(
            self.get_signature_mechanism_for_digest(digest), digest, is_raw, {}
        )
        ready = how.pre_sign_transform(data) if how.pre_sign_transform else data
        key = _key(session, self._place)
        pin = self._place.pin if _asks_each_time(key) else None
        signature = key.sign(ready, pin=pin, **how.sign_kwargs)
        transform = how.post_sign_transform
        return transform(signature) if transform else signature


def _same(tokens: list[Token], place: KeyPlace) -> Token:
    for token in tokens:
        if (token.label, token.serial) == (place.label, place.serial):
            return token
    raise AppError("token.removed", token=place.label)


def _key(session: Session, place: KeyPlace) -> SignMixin:
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: place.key_id}
    for key in list(session.get_objects(wanted)):
        if isinstance(key, SignMixin):
            return key
    raise AppError("token.no_certificate", token=place.label)


def _asks_each_time(key: SignMixin) -> bool:
    """Cards for qualified signatures want the PIN before every one."""
    try:
        return bool(key[Attribute.ALWAYS_AUTHENTICATE])
    except (AttributeTypeInvalid, AttributeSensitive):
        return False
