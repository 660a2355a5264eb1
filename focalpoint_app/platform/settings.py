"""What the program remembers between two starts; nothing of a review's content."""

import json
import logging
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

log = logging.getLogger(__name__)

SCHEMES = ("system", "light", "dark", "contrast")
DIGITS = ("latin", "arabic-indic")
SMALLEST_TEXT, LARGEST_TEXT = 80, 250
RECENT_KEPT = 10
LONGEST_LOCK = 24 * 60
_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """``language`` is a tag, empty to follow the system; ``text_size`` in percent.

    ``recent`` holds paths, newest first; ``author`` is ``Name; role; institution``.
    ``backup_folder`` is a path, empty for the program's own folder.  ``lock_after``
    in minutes without a key or a movement, 0 for never.  ``timestamp`` is the address
    of a time-stamp authority, empty for none.
    """

    language: str = ""
    scheme: str = "system"
    digits: str = "latin"
    text_size: int = 100
    recent: tuple[str, ...] = ()
    author: str = ""
    backup_folder: str = ""
    lock_after: int = 10
    timestamp: str = ""


def load_settings(folder: Path) -> Settings:
    """The settings kept in *folder*; what cannot be read or makes no sense is usual."""
    path = folder / _FILE
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        log.warning("settings unreadable (%s), using defaults", type(error).__name__)
        return Settings()
    return _sensible(found if isinstance(found, dict) else {})


def save_settings(settings: Settings, folder: Path) -> bool:
    """Replace the file whole, or leave it as it was and say False."""
    path = folder / _FILE
    aside = path.with_suffix(f".{os.getpid()}.new")
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    try:
        _write_through(aside, text)
        aside.replace(path)
    except (OSError, UnicodeEncodeError) as error:
        log.warning("settings not saved (%s)", type(error).__name__)
        aside.unlink(missing_ok=True)
        return False
    return True


def with_recent(settings: Settings, path: Path) -> Settings:
    """*path* first among the recent files, once."""
    opened = str(path.absolute())
    others = tuple(name for name in settings.recent if name != opened)
    return replace(settings, recent=(opened, *others)[:RECENT_KEPT])


def with_setting(settings: Settings, name: str, value: object) -> Settings:
    """One of them changed; a value that makes no sense becomes the usual one."""
    return _sensible({**asdict(settings), "recent": list(settings.recent), name: value})


def without_recent(settings: Settings, path: Path) -> Settings:
    kept = tuple(name for name in settings.recent if name != str(path.absolute()))
    return replace(settings, recent=kept)


def _sensible(found: dict[str, object]) -> Settings:
    usual = Settings()
    return Settings(
        language=_word(found, "language", usual.language),
        scheme=_word(found, "scheme", usual.scheme, SCHEMES),
        digits=_word(found, "digits", usual.digits, DIGITS),
        text_size=_percent(found, usual.text_size),
        recent=_paths(found),
        author=_word(found, "author", usual.author),
        backup_folder=_word(found, "backup_folder", usual.backup_folder),
        lock_after=_minutes(found, usual.lock_after),
        timestamp=_word(found, "timestamp", usual.timestamp),
    )


def _word(
    found: dict[str, object], name: str, usual: str, choices: tuple[str, ...] = ()
) -> str:
    value = found.get(name, usual)
    if isinstance(value, str) and (not choices or value in choices):
        return value
    _say_senseless(name)
    return usual


def _percent(found: dict[str, object], usual: int) -> int:
    value = found.get("text_size", usual)
    if isinstance(value, int) and not isinstance(value, bool):
        return min(max(value, SMALLEST_TEXT), LARGEST_TEXT)
    _say_senseless("text_size")
    return usual


def _minutes(found: dict[str, object], usual: int) -> int:
    value = found.get("lock_after", usual)
    if isinstance(value, int) and not isinstance(value, bool):
        return min(max(value, 0), LONGEST_LOCK)
    _say_senseless("lock_after")
    return usual


def _paths(found: dict[str, object]) -> tuple[str, ...]:
    value = found.get("recent", [])
    if isinstance(value, list):
        return tuple(path for path in value if isinstance(path, str))[:RECENT_KEPT]
    _say_senseless("recent")
    return ()


def _say_senseless(name: str) -> None:
    log.warning("setting %s makes no sense, using the default", name)


def _write_through(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
