"""Starting and ending: first paint before anything heavy, settings, bugs told."""

import gc
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.shell.geometry import keep_geometry, restore_geometry
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.gui.tasks import Task
from focalpoint_app.gui.theme.tokens import DARK, tokens
from focalpoint_app.platform.places import log_folder, settings_folder
from focalpoint_app.platform.settings import Settings, load_settings
from tests.gui.small_review import small_desk

HEAVY = (
    "sqlalchemy",
    "reportlab",
    "pyhanko",
    "yaml",
    "babel",
    "decimal",
    "html.entities",
    "calendar",
    "focalpoint_app.workflow",
    "focalpoint_app.gui.questionnaire",
)


def test_the_frame_is_painted_before_anything_heavy_is_imported(
    tmp_path: Path,
) -> None:
    script = f"""
import sys
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.platform.settings import Settings
application = prepared([])
program = Program(Settings(language="ar"))
program.window.painted.connect(application.quit)
program.window.show()
application.exec()
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_program_ends_without_a_word(tmp_path: Path) -> None:
    """Widgets written in Python must be gone before the interpreter is."""
    small_desk(tmp_path).close()
    script = f"""
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.beginning import run
application = prepared([])
QTimer.singleShot(2500, QApplication.closeAllWindows)
raise SystemExit(run(Path({str(tmp_path / "r.focalpoint")!r}), []))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    said = [each for each in done.stderr.splitlines() if "does not support" not in each]
    assert (done.returncode, said) == (0, [])


def test_the_end_takes_every_widget_along() -> None:
    """Whoever calls ``end``, be it without an event loop of Qt's own."""
    prepared([])
    program = Program(Settings(language="ar"))
    gone: list[bool] = []
    program.window.destroyed.connect(lambda: gone.append(True))
    program.window.show()
    program.end()
    assert gone == [True]


def test_a_file_is_opened_after_the_first_paint(qtbot: QtBot, tmp_path: Path) -> None:
    small_desk(tmp_path).close()
    prepared([])
    program = Program(Settings(language="ar"))
    program.start(tmp_path / "r.focalpoint")
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    assert program.window.rail.isVisible()
    program.end()
    kept = load_settings(settings_folder())
    assert kept.recent == (str(tmp_path / "r.focalpoint"),)


def test_a_file_that_cannot_be_opened_leads_to_the_start_page(
    qtbot: QtBot, tmp_path: Path
) -> None:
    foreign = tmp_path / "letter.focalpoint"
    foreign.write_text("not a workspace", encoding="utf-8")
    prepared([])
    program = Program(Settings(language="ar"))
    program.start(foreign)
    qtbot.waitUntil(lambda: isinstance(program.window.page, StartPage), timeout=20_000)
    assert foreign.read_text(encoding="utf-8") == "not a workspace"
    program.end()


def test_without_a_file_the_start_page_is_shown(qtbot: QtBot) -> None:
    prepared([])
    program = Program(Settings(language="en"))
    program.start(None)
    qtbot.waitUntil(lambda: isinstance(program.window.page, StartPage), timeout=20_000)
    program.end()


def test_the_chosen_scheme_is_worn_and_kept(program: Program) -> None:
    program.window.header.dressed.emit("dark")
    assert tokens() is DARK
    assert program.settings.scheme == "dark"


def test_the_windows_language_is_kept(program: Program) -> None:
    program.window.header.spoken.emit("en")
    assert program.settings.language == "en"


def test_a_bug_in_a_task_is_told_without_its_words(
    program: Program, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise ValueError("اسم المتهم")

    program.runner.run(Task(lambda _progress, _cancelled: fail(), print))
    messages = program.window.messages
    qtbot.waitUntil(messages.isVisible, timeout=5_000)
    assert "المتهم" not in messages.text
    (report,) = log_folder().glob("crash-*.txt")
    assert "المتهم" not in report.read_text(encoding="utf-8")


def test_a_task_runs_elsewhere_and_answers_here(program: Program, qtbot: QtBot) -> None:
    heard: list[int] = []
    shares: list[float] = []
    program.runner.progressed.connect(shares.append)

    def work(progress: object, _cancelled: object) -> int:
        assert callable(progress)
        progress(0.5)
        return 42

    program.runner.run(Task(work, heard.append))
    qtbot.waitUntil(lambda: heard == [42])
    assert shares == [0.5]


def test_a_task_can_be_cancelled(program: Program, qtbot: QtBot) -> None:
    heard: list[bool] = []

    def work(_progress: object, cancelled: object) -> bool:
        assert callable(cancelled)
        while not cancelled():
            pass
        return True

    task = program.runner.run(Task(work, heard.append))
    task.cancel()
    qtbot.waitUntil(lambda: heard == [True])


def test_the_windows_size_comes_back(program: Program, tmp_path: Path) -> None:
    program.window.resize(960, 700)
    keep_geometry(program.window, tmp_path)
    program.window.resize(960, 650)
    restore_geometry(program.window, tmp_path)
    assert program.window.height() == 700


def test_calls_that_return_nothing_do_not_use_none_up(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses a reference each time; Python 3.11 then aborts."""
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        widget.setObjectName("x")
    assert sys.getrefcount(None) > before - 100


def test_the_worker_collects_no_garbage_of_the_window(
    program: Program, qtbot: QtBot
) -> None:
    heard: list[bool] = []
    program.runner.run(Task(lambda _progress, _stop: gc.isenabled(), heard.append))
    qtbot.waitUntil(lambda: heard == [False])
    assert gc.isenabled()
