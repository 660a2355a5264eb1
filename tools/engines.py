"""What is compiled into the libraries, which no lock names: for scanners to find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Engine:
    """``vendor`` as the CPE dictionary writes it."""

    name: str
    version: str
    licence: str
    vendor: str

    @property
    def cpe(self) -> str:
        product = self.name.lower()
        return f"cpe:2.3:a:{self.vendor}:{product}:{self.version}:*:*:*:*:*:*:*"


def engines_of(library: str) -> tuple[Engine, ...]:
    """Those of the library as it is installed here; none where nothing is known."""
    found = _INSIDE.get(library)
    return tuple(found()) if found else ()


def _sqlcipher() -> Iterator[Engine]:
    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(":memory:")) as raw:
        raw.execute("PRAGMA key = 'any'")
        (cipher,) = raw.execute("PRAGMA cipher_version").fetchone()
        (provider,) = raw.execute("PRAGMA cipher_provider_version").fetchone()
    yield Engine("SQLCipher", cipher.split()[0], "BSD-3-Clause", "zetetic")
    yield Engine("SQLite", dbapi2.sqlite_version, "blessing", "sqlite")
    yield _openssl(provider)


def _cryptography() -> Iterator[Engine]:
    from cryptography.hazmat.backends.openssl.backend import backend

    yield _openssl(backend.openssl_version_text())


def _openssl(told: str) -> Engine:
    """As it names itself: ``OpenSSL 4.0.3 29 Sep 2026``."""
    return Engine("OpenSSL", told.split()[1], "Apache-2.0", "openssl")


def _lxml() -> Iterator[Engine]:
    from lxml import etree

    for name, version in (
        ("libxml2", etree.LIBXML_VERSION),
        ("libxslt", etree.LIBXSLT_VERSION),
    ):
        yield Engine(name, ".".join(map(str, version)), "MIT", "xmlsoft")


def _pikepdf() -> Iterator[Engine]:
    import pikepdf

    yield Engine("qpdf", pikepdf.__libqpdf_version__, "Apache-2.0", "qpdf_project")


def _pdfium() -> Iterator[Engine]:
    import pypdfium2

    version = f"{pypdfium2.PDFIUM_INFO}".split("@", maxsplit=1)[0]
    yield Engine("PDFium", version, "BSD-3-Clause", "google")


def _harfbuzz() -> Iterator[Engine]:
    import uharfbuzz

    version = uharfbuzz.version_string()
    yield Engine("HarfBuzz", version, "MIT-Modern-Variant", "harfbuzz_project")


def _qt() -> Iterator[Engine]:
    from PySide6.QtCore import qVersion

    yield Engine("Qt", qVersion(), "LGPL-3.0-only", "qt")


def _pillow() -> Iterator[Engine]:
    from PIL import features

    for name, told, licence, vendor in (
        ("FreeType", "freetype2", "FTL", "freetype"),
        ("libjpeg-turbo", "libjpeg_turbo", "IJG AND BSD-3-Clause AND Zlib",
         "libjpeg-turbo"),
        ("LibTIFF", "libtiff", "libtiff", "libtiff"),
        ("libwebp", "webp", "BSD-3-Clause", "webmproject"),
        ("OpenJPEG", "jpg_2000", "BSD-2-Clause", "uclouvain"),
    ):  # fmt: skip
        version = features.version(told)
        if version is not None:
            yield Engine(name, version, licence, vendor)


_INSIDE: Mapping[str, Callable[[], Iterator[Engine]]] = {
    "cryptography": _cryptography,
    "lxml": _lxml,
    "pikepdf": _pikepdf,
    "pillow": _pillow,
    "pypdfium2": _pdfium,
    "pyside6-essentials": _qt,
    "sqlcipher3": _sqlcipher,
    "uharfbuzz": _harfbuzz,
}
