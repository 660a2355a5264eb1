"""The log: what happened and where, never what was written in an answer."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from focalpoint_app.platform.crash import described

_LOGGER = "focalpoint_app"
_FILE = "focalpoint.log"
_LARGEST = 1_000_000  # bytes, of each of the three files
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(folder: Path) -> Path:
    """Keep in *folder* what the package's modules log; the file's path.

    A log that cannot be written never stops the program: it goes to standard
    error then.  Called once, by whoever starts the program.
    """
    path = folder / _FILE
    handler = _handler(path)
    handler.setFormatter(logging.Formatter(_LINE))
    handler.addFilter(_without_words)
    logger = logging.getLogger(_LOGGER)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)
    return path


def _handler(path: Path) -> logging.Handler:
    try:
        return RotatingFileHandler(
            path, maxBytes=_LARGEST, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return logging.StreamHandler()


def _without_words(record: logging.LogRecord) -> bool:
    """Replace an exception by its types and places: its message may quote an answer."""
    if record.exc_info and record.exc_info[1] is not None:
        record.exc_text = "\n".join(described(record.exc_info[1]))
        record.exc_info = None
    return True
