"""A maker's PKCS#11 module: opened for one task, its failures told in our words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import pkcs11
from pkcs11 import PROTECTED_AUTH, Session, Token, TokenFlag
from pkcs11 import exceptions as cryptoki

from focalpoint_app.domain.errors import AppError

if TYPE_CHECKING:
    from pkcs11 import _pkcs11

# Opening a module twice in one process, and closing it once, takes it away from both.
_ONE_AT_A_TIME = Lock()

_GONE = (
    cryptoki.DeviceRemoved,
    cryptoki.TokenNotPresent,
    cryptoki.SlotIDInvalid,
    cryptoki.SessionClosed,
    cryptoki.SessionHandleInvalid,
    cryptoki.UserNotLoggedIn,
)
_WRONG_PIN = (cryptoki.PinIncorrect, cryptoki.PinInvalid, cryptoki.PinLenRange)
_PIN_TROUBLE: Mapping[type[Exception], str] = {
    cryptoki.PinLocked: "token.pin_locked",
    cryptoki.PinExpired: "token.pin_expired",
    cryptoki.UserPinNotInitialized: "token.pin_not_set",
    cryptoki.FunctionCancelled: "task.cancelled",  # On the reader's own keys.
}


@contextmanager
def present_tokens(module: Path) -> Iterator[list[Token]]:
    """The initialised tokens that the module sees, to be used inside alone.

    Raises:
        AppError: ``file.missing``, ``token.no_module``, ``token.none``,
            ``token.removed``, ``token.failed``.
    """
    if not module.is_file():
        raise AppError("file.missing", file=module.name)
    with _ONE_AT_A_TIME, told(module.name):
        library = _opened(module)
        try:
            slots = library.get_slots(token_present=True)
            tokens = [slot.get_token() for slot in slots]
            found = [each for each in tokens if _is_ready(each)]
            if not found:
                raise AppError("token.none", file=module.name)
            yield found
        finally:
            library.finalize()


def _opened(module: Path) -> _pkcs11.lib:
    try:
        return pkcs11.lib(str(module.resolve()))
    except (cryptoki.PKCS11Error, OSError) as exc:
        raise AppError("token.no_module", file=module.name) from exc


def _is_ready(token: Token) -> bool:
    return bool(token.flags & TokenFlag.TOKEN_INITIALIZED)


@contextmanager
def told(name: str) -> Iterator[None]:
    """The module's failures as ``token.removed`` or ``token.failed``."""
    try:
        yield
    except _GONE as exc:
        raise AppError("token.removed", token=name) from exc
    except cryptoki.PKCS11Error as exc:
        failure = type(exc).__name__
        raise AppError("token.failed", token=name, failure=failure) from exc


def logged_in(token: Token, pin: str | None) -> Session:
    """A session in which the token's keys may be used.

    A reader with keys of its own asks for the PIN itself; ``pin`` is then unused.

    Raises:
        AppError: ``token.pin_missing``, ``token.wrong_pin``,
            ``token.wrong_pin_final``, ``token.pin_locked``, ``token.pin_expired``,
            ``token.pin_not_set``, ``task.cancelled``.
    """
    label, flags = token.label, token.flags
    if flags & TokenFlag.USER_PIN_LOCKED:
        raise AppError("token.pin_locked", token=label)
    if not flags & TokenFlag.LOGIN_REQUIRED:
        return token.open()
    try:
        return token.open(user_pin=_secret(token, pin))
    except _WRONG_PIN as exc:
        now = token.slot.get_token().flags
        raise AppError(wrong_pin_code(now), token=label) from exc
    except tuple(_PIN_TROUBLE) as exc:
        raise AppError(_PIN_TROUBLE[type(exc)], token=label) from exc


def _secret(token: Token, pin: str | None) -> str | object:
    if token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH:
        return PROTECTED_AUTH
    if not pin:
        raise AppError("token.pin_missing", token=token.label)
    return pin


def wrong_pin_code(flags: TokenFlag) -> str:
    """By what the token says of itself after a wrong PIN: it counts, we cannot."""
    if flags & TokenFlag.USER_PIN_LOCKED:
        return "token.pin_locked"
    if flags & TokenFlag.USER_PIN_FINAL_TRY:
        return "token.wrong_pin_final"
    return "token.wrong_pin"
