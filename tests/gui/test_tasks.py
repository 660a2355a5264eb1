"""The worker: one task after the other, answered on the window's thread."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QRunnable
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.tasks import Task, TaskRunner


def test_a_finished_task_leaves_no_object_of_the_pool_s_behind(qtbot: QtBot) -> None:
    """Its address is used again, and the next object there would be taken for it."""
    runner, done = TaskRunner(), list[int]()

    def work(_progress: Callable[[float], None], _cancelled: Callable[[], bool]) -> int:
        return len(done)

    for _ in range(20):
        runner.run(Task(work, done.append))
    qtbot.waitUntil(lambda: len(done) == 20)
    runner.shut_down()
    left = [w for w in shiboken6.getAllValidWrappers() if isinstance(w, QRunnable)]
    assert left == []


def test_a_refusal_met_while_answering_is_told_like_one_met_while_working(
    qtbot: QtBot,
) -> None:
    """The file may have been locked, or have gone, since the work began."""

    def locked(_outcome: object) -> None:
        raise AppError("workspace.locked", path="x")

    runner = TaskRunner()
    with qtbot.waitSignal(runner.failed) as told:
        runner.run(Task(lambda _progress, _cancelled: 1, locked))
    assert [error.code for error in told.args or ()] == ["workspace.locked"]
    runner.shut_down()


def test_answers_that_were_held_are_heard_in_their_order(qtbot: QtBot) -> None:
    runner, heard = TaskRunner(), list[int]()

    def task(number: int, *, is_heard_always: bool = False) -> Task[int]:
        return Task(
            lambda _progress, _cancelled: number,
            heard.append,
            is_heard_always=is_heard_always,
        )

    runner.hold()
    for number in (1, 2):
        runner.run(task(number))
    runner.run(task(3, is_heard_always=True))
    qtbot.waitUntil(lambda: heard == [3])
    runner.release()
    assert heard == [3, 1, 2]
    runner.shut_down()
