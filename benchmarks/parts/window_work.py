"""Inside the window, with the sample open: articles, languages, memory."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent
from PySide6.QtWidgets import QApplication

from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.platform.settings import Settings

PATIENCE = 30_000  # ms
SETTLING = 400  # turns: timers of a quarter of a second come in it


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        os.environ["FOCALPOINT_HOME"] = home
        application = prepared([])
        program = opened(application, Path(sys.argv[1]))
        resident = resident_mb()
        articles = article_switches(application, program)
        languages = language_switches(application, program, int(sys.argv[2]))
        program.end()
    figures = {
        "article_switch_ms": milliseconds(articles),
        "article_switch_slowest_ms": round(max(articles) * 1000),
        "language_switch_ms": milliseconds(languages),
        "resident_mb": resident,
        "resident_after_all_articles_mb": resident_mb(),
    }
    sys.stdout.write(json.dumps(figures))
    return 0


def opened(application: QApplication, sample: Path) -> Program:
    program = Program(Settings(language="ar"))
    program.window.resize(1440, 880)
    program.start(sample)
    waited = QElapsedTimer()
    waited.start()
    while program.desk is None and waited.elapsed() < PATIENCE:
        application.processEvents()
    settle(application)
    return program


def article_switches(application: QApplication, program: Program) -> list[float]:
    """Every article for the first time: built, laid out and painted."""
    took: list[float] = []
    desk, session = program.desk, program.window.session
    if desk is None or session is None:
        raise RuntimeError("the sample did not open")
    for part in desk.questionnaire.parts:
        for article in part.articles:
            jump = partial(session.jump.emit, article.questions[0].id)
            took.append(painted(application, jump))
            settle(application)
    return took[1:]


def language_switches(
    application: QApplication, program: Program, rounds: int
) -> list[float]:
    took = []
    for turn in range(2 * rounds):
        speak = partial(program.translator.speak, ("en", "ar")[turn % 2])
        took.append(painted(application, speak))
        settle(application)
    return took


def painted(application: QApplication, act: Callable[[], None]) -> float:
    """Seconds until the act is done and its first picture is on the window."""
    begun = time.perf_counter()
    act()
    application.processEvents()
    return time.perf_counter() - begun


def settle(application: QApplication) -> None:
    """What was put off for later, so that it is not counted to the next act.

    Without ``exec`` nothing would ever be deleted, as it is in the program.
    """
    for _ in range(SETTLING):
        application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(0.001)


def milliseconds(seconds: list[float]) -> int:
    return round(median(seconds) * 1000)


def resident_mb() -> float | None:
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(row for row in status.read_text().splitlines() if "VmRSS" in row)
    return round(int(line.split()[1]) / 1024, 1)


if __name__ == "__main__":
    sys.exit(main())
