"""The lock falls while the worker is at something: that ends in peace, out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.expunging import passage_of
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.securing.passphrase_card import CHANGE, REMOVE
from focalpoint_app.gui.securing.place import SafekeepingPlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.tasks import Task
from focalpoint_app.storage.ciphers.ciphering import key_of
from focalpoint_app.storage.expunging.expunged import Scope
from focalpoint_app.storage.expunging.expunging import Decision
from focalpoint_app.storage.file.header import is_encrypted
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.reconciling import taken_in
from tests.gui.files import Answering
from tests.gui.small_review import OTHER
from tests.gui.typing import type_text
from tests.gui.unlocking import FIRST, WAIT, screen_of, unlock

pytestmark = pytest.mark.usefixtures("swept")
SECOND = "9302 3178 4603 0116 7218"
SECRET = "اسم الشاهد المحمي"


@dataclass(frozen=True)
class AtWork:
    """The worker waits at a gate, and whatever is begun meanwhile waits behind."""

    program: Program
    session: Session
    bot: QtBot
    gate: Event

    def lock(self) -> None:
        self.program.locking.lock()

    def end(self) -> None:
        is_idle = self.bot.waitSignal(
            self.session.runner.busy, check_params_cb=lambda is_busy: not is_busy
        )
        with is_idle:
            self.gate.set()

    def unlock(self) -> None:
        unlock(self.program, self.bot)


@pytest.fixture
def worker(program: Program, session: Session, qtbot: QtBot) -> Iterator[AtWork]:
    gate = Event()
    session.runner.run(Task(lambda *_: gate.wait(WAIT / 1000), lambda _: None))
    yield AtWork(program, session, qtbot, gate)
    gate.set()


def test_a_copy_that_was_begun_is_whole_and_told_once_it_is_unlocked(
    worker: AtWork, kept: SafekeepingPlace, tmp_path: Path
) -> None:
    target = tmp_path / "for Huda.focalpoint"
    card = kept.handing
    card.dialogs = Answering(target)
    card.begin.click()
    card.without.click()
    assert [each.isEnabled() for each in (card.begin, card.without)] == [False, False]
    worker.lock()
    worker.end()
    assert is_encrypted(target)
    assert not card.notice.text
    worker.unlock()
    assert card.notice.mood is Mood.DONE
    assert card.begin.isEnabled()
    with closing(Workspace.open(target, writing=False)) as copy:
        assert copy.reviews() == worker.session.desk.workspace.reviews()


def test_a_backup_that_was_begun_too(
    worker: AtWork, kept: SafekeepingPlace, tmp_path: Path
) -> None:
    kept.backups.folder.show_path(tmp_path / "backups")
    kept.backups.now.click()
    assert not kept.backups.now.isEnabled()
    worker.program.locking.sleep.noticed.emit()
    worker.end()
    worker.unlock()
    assert (kept.backups.notice.code, kept.backups.notice.mood) == ("", Mood.DONE)
    assert len(list((tmp_path / "backups").rglob("*.focalpoint"))) == 1


def test_the_key_goes_with_the_last_that_needs_it(worker: AtWork, desk: Desk) -> None:
    worker.lock()
    assert desk.workspace.is_locked
    with pytest.raises(AppError, match=r"workspace\.locked"):
        desk.workspace.reviews()
    assert has_key(desk)
    worker.end()
    assert not has_key(desk)
    worker.unlock()


def test_coming_back_meanwhile_says_what_is_waited_for(worker: AtWork) -> None:
    """And nothing where nothing is."""
    worker.lock()
    form = screen_of(worker.program).form
    type_text(form.line, FIRST)
    form.button.click()
    assert form.notice.mood is Mood.CARE
    assert form.notice.text
    worker.gate.set()
    unlocked = worker.program.locking
    worker.bot.waitUntil(lambda: unlocked.screen is None, timeout=WAIT)
    worker.lock()
    type_text(screen_of(worker.program).form.line, FIRST)
    screen_of(worker.program).form.button.click()
    assert not screen_of(worker.program).form.notice.text
    worker.bot.waitUntil(lambda: unlocked.screen is None, timeout=WAIT)


def has_key(desk: Desk) -> bool:
    return desk.workspace._database.key is not None


@pytest.mark.parametrize(("act", "then"), [(CHANGE, SECOND), (REMOVE, FIRST)])
def test_another_passphrase_that_was_begun_is_the_one_that_unlocks(
    worker: AtWork, kept: SafekeepingPlace, act: str, then: str
) -> None:
    """Of a file that has none any more whatever is typed does."""
    card = kept.passphrase
    card.begin(act)
    card.present.setText(FIRST)
    for line in (card.new.first, card.new.again):
        line.setText(SECOND)
    card.go.click()
    worker.lock()
    worker.end()
    form = screen_of(worker.program).form
    assert form.line.isEnabled()
    type_text(form.line, then)
    form.button.click()
    worker.bot.waitUntil(lambda: worker.program.locking.screen is None, timeout=WAIT)
    assert card.notice.mood is Mood.DONE
    assert is_encrypted(worker.session.desk.path) == (act == CHANGE)


def expunged(desk: Desk, _other: Path) -> None:
    decided = Decision("سهو", desk.author.id, desk.clock())
    desk.workspace.expunge(Scope(desk.review.id, passage_of(SECRET)), decided)


def reconciled(desk: Desk, other: Path) -> None:
    taken_in(desk.workspace, desk.review.id, other, desk.clock())


def rekeyed(desk: Desk, _other: Path) -> None:
    desk.workspace.rekey(key_of(FIRST, bytes(range(1, 17))))


@pytest.mark.parametrize("verb", [expunged, reconciled, rekeyed])
def test_whatever_was_begun_comes_to_its_end(
    worker: AtWork, desk: Desk, tmp_path: Path, verb: Callable[[Desk, Path], None]
) -> None:
    other = tmp_path / "other.focalpoint"
    desk.write(OTHER, "ar", SECRET)
    desk.seal()
    desk.workspace.backup(other)
    heard: list[object] = []
    task = Task(lambda *_: verb(desk, other), heard.append, heard.append)
    worker.session.runner.run(task)
    worker.lock()
    worker.end()
    worker.unlock()
    assert heard == [None]
    assert desk.workspace.verify_chain(desk.review.id) == ()


def test_what_takes_longer_than_a_minute_ends_with_its_own_sentence(
    worker: AtWork, desk: Desk
) -> None:
    told: list[AppError] = []
    read = Task(lambda *_: desk.workspace.reviews(), lambda _: None, told.append)
    worker.session.runner.run(read)
    worker.lock()
    worker.program.locking.lock_now()
    assert not has_key(desk)
    worker.end()
    worker.unlock()
    assert [each.code for each in told] == ["workspace.locked_meanwhile"]


def test_what_is_begun_behind_the_lock_does_not_read(
    worker: AtWork, desk: Desk
) -> None:
    told: list[AppError] = []
    worker.lock()
    read = Task(lambda *_: desk.workspace.reviews(), lambda _: None, told.append)
    worker.session.runner.run(read)
    worker.end()
    worker.unlock()
    assert [each.code for each in told] == ["workspace.locked"]
