"""Where the makers of cards and tokens put their PKCS#11 modules."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_LINUX = ("/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/local/lib")
_PLACES = {
    "linux": _LINUX,
    "darwin": ("/Library/OpenSC/lib", "/usr/local/lib"),
    "win32": (
        "{windir}\\System32",
        "{programfiles}\\OpenSC Project\\OpenSC\\pkcs11",
        "{programfiles}\\Gemalto\\IDGo 800 PKCS#11",
        "{programfiles}\\SafeNet\\Authentication\\SAC\\x64",
    ),
}
_NAMES = {
    "opensc-pkcs11": "OpenSC",
    "eTPKCS11": "SafeNet eToken",
    "libeToken": "SafeNet eToken",
    "libeTPkcs11": "SafeNet eToken",
    "IDPrimePKCS11": "Thales IDPrime",
    "IDPrimePKCS1164": "Thales IDPrime",
    "libIDPrimePKCS11": "Thales IDPrime",
    "eps2003csp11": "Feitian ePass2003",
    "eps2003csp11v2": "Feitian ePass2003",
    "libcastle": "Feitian ePass2003",
    "aetpkss1": "SafeSign",
    "libaetpkss": "SafeSign",
    "cmP11": "Charismathics CardOS",
    "bit4xpki": "Bit4id",
    "libbit4xpki": "Bit4id",
    "beidpkcs11": "Belgian eID",
    "libykcs11": "YubiKey",
}
"""The file's name without its suffix, and what people call it."""

_SUFFIX = {"linux": ".so", "darwin": ".dylib", "win32": ".dll"}


def known_modules(platform: str = sys.platform) -> tuple[tuple[str, Path], ...]:
    """Those on this computer: what they are called, and where they lie."""
    suffixes = {_SUFFIX.get(platform, ".so"), ".so"}
    found = (
        (name, folder / f"{stem}{suffix}")
        for folder in _folders(platform)
        for stem, name in _NAMES.items()
        for suffix in sorted(suffixes)
    )
    return tuple((name, path) for name, path in found if path.is_file())


def _folders(platform: str) -> tuple[Path, ...]:
    known = {
        "windir": os.environ.get("WINDIR", "C:\\Windows"),
        "programfiles": os.environ.get("PROGRAMFILES", "C:\\Program Files"),
    }
    return tuple(Path(each.format(**known)) for each in _PLACES.get(platform, ()))
