"""Reports of our own bugs: types, places and versions, no answer text.

Messages of exceptions may quote answers (a database error quotes its parameters)
and local variables hold them, so neither is written.
"""

import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Self

_PACKAGE = Path(__file__).resolve().parent.parent
_KEPT = 10
_LIBRARIES = (
    "focalpoint",
    "PySide6-Essentials",
    "SQLAlchemy",
    "sqlcipher3",
    "reportlab",
    "pyHanko",
    "pikepdf",
)


def watch_for_bugs(folder: Path, tell: Callable[[Path | None], None]) -> None:
    """Report whatever nobody caught, on any thread, then call *tell* with the report.

    *tell* gets None where the report could not be written.  Stopping from the
    keyboard stays what it is.
    """

    def caught(error: BaseException) -> None:
        tell(report_crash(error, folder))

    def on_main(
        kind: type[BaseException], error: BaseException, place: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, place)
        else:
            caught(error)

    def on_thread(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            caught(found.exc_value)

    sys.excepthook = on_main
    threading.excepthook = on_thread


class LastResort:
    """``with`` it, whatever nobody expected is reported and goes no further.

    ``caught`` tells whether something was; ``report`` is its file, None where that
    could not be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.caught = False
        self.report: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _place: TracebackType | None,
    ) -> bool:
        if not isinstance(error, Exception):  # SystemExit and the keyboard go on
            return False
        self.caught = True
        self.report = report_crash(error, self._folder)
        return True


def report_crash(error: BaseException, folder: Path) -> Path | None:
    """Write the report into *folder*, where the newest ten stay; None if it cannot."""
    now = datetime.now(UTC)
    path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    lines = [f"{now:%Y-%m-%dT%H:%M:%SZ}", *_versions(), "", *described(error)]
    try:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
            old.unlink()
    except OSError:
        return None
    return path


def described(error: BaseException) -> Iterator[str]:
    """*error* and what caused it: type, stable code, places; never its message."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield _name(current)
        yield from _places(current.__traceback__)
        current = current.__cause__ or current.__context__
        if current is not None:
            yield "caused by"


def _name(error: BaseException) -> str:
    kind = type(error)
    code = getattr(error, "code", None)
    suffix = f" [{code}]" if isinstance(code, str) and _is_code(code) else ""
    return f"{kind.__module__}.{kind.__qualname__}{suffix}"


def _is_code(text: str) -> bool:
    """``room.what_happened``: other classes keep other things in ``code``."""
    return len(text) < 60 and text.replace(".", "_").isidentifier() and text.isascii()


def _places(start: TracebackType | None) -> Iterator[str]:
    """Our own lines in full, a library's by its name alone."""
    for frame in traceback.extract_tb(start):
        path = Path(frame.filename)
        if path.is_relative_to(_PACKAGE):
            place = path.relative_to(_PACKAGE.parent).as_posix()
            yield f"  {place}:{frame.lineno} {frame.name}"
        else:
            yield f"  ({path.parent.name}/{path.name}:{frame.lineno})"


def _versions() -> Iterator[str]:
    yield f"{platform.platform()}, Python {platform.python_version()}"
    yield ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
