"""Reading gettext catalogues: the compiled ``.mo`` where fresh, else the ``.po``."""

from __future__ import annotations

import gettext
import re
import struct
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path

_FINGERPRINT = ("focalpoint", "sha256 of the source")
"""A message of compiled catalogues that says which ``.po`` it was made from.

Times of files say nothing inside a wheel or after a checkout.
"""

_MADE = datetime(2025, 1, 1, tzinfo=UTC)
"""Said to be the time of every compiled catalogue: the same sources, the same bytes."""

_LARGEST = 8_000_000  # bytes
_MOST_MESSAGES = 20_000
_MOST_PLURALS = 6
"""Forms of a noun: Arabic has them all; a file may ask for a thousand million."""

_State = tuple[int, int, int] | None
"""By which a file is known to be the same as before; None where there is none."""

_PLURALS = re.compile(rb"nplurals\s*=\s*(\d+)")


class CatalogueError(ValueError):
    """A ``.po`` or ``.mo`` that cannot be read; ``line`` is 1 where unknown."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


class Wordings:
    """A catalogue whose every message has a context, as questionnaires have.

    Raises:
        CatalogueError: the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._translations = translations(path)
        self._translations.add_fallback(_Missing())

    def text(self, context: str, source: str) -> str:
        """The translation, empty where there is none."""
        return self._translations.pgettext(context, source)


class _Missing(gettext.NullTranslations):
    def pgettext(self, context: str, message: str) -> str:
        del context, message  # Whatever is asked for is not there.
        return ""


def translations(path: Path) -> gettext.NullTranslations:
    """The catalogue of a ``.po`` path, empty where neither it nor a ``.mo`` exists.

    Raises:
        CatalogueError: the file that is there cannot be read.
    """
    compiled = _compiled(path)
    if compiled is not None and _is_fresh(compiled, path):
        return compiled
    if not path.is_file():
        return gettext.NullTranslations()
    return _loaded(compiled_bytes(path))


def shared_translations(path: Path) -> gettext.NullTranslations:
    """As ``translations``, read once while its files stay; nobody's to change.

    Raises:
        CatalogueError: as there.
    """
    return _kept(path, _state(path), _state(path.with_suffix(".mo")))


@lru_cache(maxsize=8)
def _kept(path: Path, _source: _State, _compiled: _State) -> gettext.NullTranslations:
    return translations(path)


def _state(path: Path) -> _State:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def compiled_bytes(path: Path) -> bytes:
    """The ``.mo`` of a ``.po``, with its fingerprint; fuzzy messages are left out.

    Raises:
        CatalogueError: the file is no catalogue.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    source = _content(path)
    _refuse_swollen(source)
    try:
        catalogue = read_po(BytesIO(source), _locale(path), abort_invalid=True)
    except PoFileError as exc:
        raise CatalogueError(int(exc.lineno or 0) + 1) from exc
    except UnicodeDecodeError as exc:
        raise CatalogueError(source.count(b"\n", 0, exc.start) + 1) from exc
    except (ValueError, LookupError, OverflowError) as exc:
        raise CatalogueError(1) from exc
    catalogue.creation_date = _MADE
    context, name = _FINGERPRINT
    catalogue.add(name, _fingerprint(source), context=context)
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def compile_catalogue(path: Path) -> Path:
    """Write the ``.mo`` beside its ``.po``, whole or not at all."""
    target = path.with_suffix(".mo")
    aside = target.with_suffix(".mo.new")
    aside.write_bytes(compiled_bytes(path))
    return aside.replace(target)


def _compiled(path: Path) -> gettext.GNUTranslations | None:
    target = path.with_suffix(".mo")
    if not target.is_file():
        return None
    try:
        return _loaded(_content(target))
    except OSError as exc:
        raise CatalogueError(1) from exc


def _loaded(content: bytes) -> gettext.GNUTranslations:
    """Its rule for plurals is read too, by gettext's own reader, which runs no code."""
    try:
        return gettext.GNUTranslations(BytesIO(content))
    except (ValueError, LookupError, struct.error) as exc:
        raise CatalogueError(1) from exc


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise CatalogueError(1)
    return content


def _refuse_swollen(source: bytes) -> None:
    """What the reader of catalogues would spend minutes on."""
    if source.count(b"msgid") > _MOST_MESSAGES:
        raise CatalogueError(1)
    for found in _PLURALS.finditer(source):
        if len(found[1]) > 1 or int(found[1]) > _MOST_PLURALS:
            raise CatalogueError(source.count(b"\n", 0, found.start()) + 1)


def _is_fresh(compiled: gettext.GNUTranslations, source: Path) -> bool:
    if not source.is_file():
        return True
    return compiled.pgettext(*_FINGERPRINT) == _fingerprint(_content(source))


def _fingerprint(source: bytes) -> str:
    from hashlib import sha256  # Late: English has no catalogue, and it is slow.

    return sha256(source).hexdigest()


def _locale(path: Path) -> str:
    return path.name.split(".")[0].replace("-", "_")
