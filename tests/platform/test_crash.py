"""Neither a crash report nor the log tells what somebody wrote in an answer."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from focalpoint_app.platform import settings as ours
from focalpoint_app.platform.crash import report_crash, watch_for_bugs
from focalpoint_app.platform.log import start_log

ANSWER = "the witness lives in Harbour Street"


class _BadCodeError(Exception):
    code = ANSWER


class _CodedError(Exception):
    code = "workspace.damaged"


def _failed(answer: str, kind: type[Exception] = ValueError) -> Exception:
    """An error as a library raises it: message, cause and locals quote the answer."""
    try:
        _look_up(answer, kind)
    except kind as error:
        return error
    raise AssertionError


def _look_up(answer: str, kind: type[Exception]) -> None:
    try:
        dict[str, str]()[answer]
    except KeyError as cause:
        raise kind(f"cannot store {answer!r}") from cause


def _ours() -> Exception:
    """An error that came through a line of the package."""
    try:
        ours.with_recent(ours.Settings(), cast(Path, ANSWER))
    except AttributeError as error:
        return error
    raise AssertionError


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    path = start_log(tmp_path)
    yield path
    logger = logging.getLogger("focalpoint_app")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True


@pytest.mark.parametrize("kind", [ValueError, _BadCodeError])
def test_a_report_holds_no_answer_text(kind: type[Exception], tmp_path: Path) -> None:
    path = report_crash(_failed(ANSWER, kind), tmp_path)
    assert path is not None
    assert "Harbour" not in path.read_text(encoding="utf-8")


def test_a_report_says_what_happened_and_where_in_our_code(tmp_path: Path) -> None:
    path = report_crash(_ours(), tmp_path)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "builtins.AttributeError" in text
    assert "focalpoint_app/platform/settings.py:" in text
    assert " with_recent\n" in text
    assert "SQLAlchemy " in text


def test_a_report_names_causes_and_stable_codes(tmp_path: Path) -> None:
    path = report_crash(_failed(ANSWER, _CodedError), tmp_path)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "_CodedError [workspace.damaged]" in text
    assert text.index("caused by") < text.index("builtins.KeyError")


def test_an_error_that_causes_itself_ends(tmp_path: Path) -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first
    path = report_crash(first, tmp_path)
    assert path is not None
    assert path.read_text(encoding="utf-8").count("builtins.ValueError") == 1


def test_only_the_newest_reports_stay(tmp_path: Path) -> None:
    paths = [report_crash(ValueError(), tmp_path) for _ in range(12)]
    assert sorted(tmp_path.iterdir()) == sorted(path for path in paths[2:] if path)


def test_a_report_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    assert report_crash(ValueError(), tmp_path / "gone") is None


def test_an_uncaught_error_on_any_thread_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[Path | None] = []
    watch_for_bugs(tmp_path, told.append)
    error = _failed(ANSWER)

    def fail() -> None:
        raise error

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    sys.excepthook(type(error), error, None)
    assert [path is not None and path.exists() for path in told] == [True, True]


def test_stopping_from_the_keyboard_is_no_bug(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; import sys\n"
        "from focalpoint_app.platform.crash import watch_for_bugs\n"
        "watch_for_bugs(Path(sys.argv[1]), print)\n"
        "raise KeyboardInterrupt"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    subprocess.run(
        command, cwd=Path(__file__).parents[2], capture_output=True, check=False
    )
    assert list(tmp_path.iterdir()) == []


def test_the_log_keeps_the_place_and_drops_the_words(logged: Path) -> None:
    logging.getLogger("focalpoint_app.workflow").error("bug", exc_info=_ours())
    text = logged.read_text(encoding="utf-8")
    assert "focalpoint_app.workflow: bug" in text
    assert "with_recent" in text
    assert "Harbour" not in text


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_log(tmp_path / "gone")
    logger = logging.getLogger("focalpoint_app")
    logger.warning("still here")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
    logger.propagate = True
    assert "still here" in capsys.readouterr().err
