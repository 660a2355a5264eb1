"""Imports: seen whole or not at all, overtaken by no one, finished after a kill."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from focalpoint_app.domain.content import Change, Content, Field, FieldKey, Step
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.undo import Undone
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.turns import Turns
from tests.storage.samples import (
    AT,
    LAW,
    LAYLA,
    OMAR,
    at,
    change,
    reopened,
    text,
)

COUNT = 700
KEYS = tuple(FieldKey(f"q{n:04}", Field.VALUE, "ar") for n in range(COUNT))
IMPORT = Step(
    "import", "import", "q0000", tuple(change(key, text("مستورد")) for key in KEYS)
)


def test_an_import_is_one_step_with_its_sources(
    workspace: Workspace, path: Path
) -> None:
    workspace.publish("r1", IMPORT, [LAW], OMAR.id, AT)
    assert workspace.fields("r1") == dict.fromkeys(KEYS, text("مستورد"))
    (record,) = workspace.undo_steps("r1")
    assert (record.step, record.is_done) == (IMPORT, True)
    assert workspace.sources() == (LAW,)
    workspace.close()
    again = reopened(path)
    assert again.fields("r1") == dict.fromkeys(KEYS, text("مستورد"))
    again.close()


def test_an_import_overwrites_what_was_there(workspace: Workspace) -> None:
    workspace.save("r1", [change(KEYS[0], text("قديم"))], LAYLA.id, AT)
    workspace.publish("r1", IMPORT, [], OMAR.id, at(1))
    assert workspace.fields("r1")[KEYS[0]] == text("مستورد")
    made = workspace.seal("r1", None, at(2))
    assert {each.author for each in made} == {OMAR.id}


def test_a_field_named_twice_keeps_the_last(workspace: Workspace) -> None:
    changes = (change(KEYS[0], text("أ")), change(KEYS[0], text("ب")))
    workspace.publish("r1", Step("i", "import", "q", changes), [], OMAR.id, AT)
    assert workspace.fields("r1") == {KEYS[0]: text("ب")}


def test_a_large_undo_takes_the_same_road(workspace: Workspace) -> None:
    workspace.publish("r1", IMPORT, [], OMAR.id, AT)
    back = [each.reversed for each in IMPORT.changes]
    workspace.save("r1", back, LAYLA.id, AT, Undone("import"))
    assert workspace.fields("r1") == {}
    assert [each.is_done for each in workspace.undo_steps("r1")] == [False]


def test_readers_see_all_of_an_import_or_nothing(workspace: Workspace) -> None:
    seen: set[int] = set()
    worker = threading.Thread(
        target=workspace.publish, args=("r1", IMPORT, [LAW], OMAR.id, AT)
    )
    worker.start()
    while worker.is_alive():
        seen.add(len(workspace.fields("r1")))
    worker.join()
    seen.add(len(workspace.fields("r1")))
    assert seen <= {0, COUNT}
    assert COUNT in seen


def test_what_is_typed_during_an_import_is_kept(workspace: Workspace) -> None:
    """Typed before it shows, the import wins; typed after, the typing does."""
    worker = threading.Thread(
        target=workspace.publish, args=("r1", IMPORT, [], OMAR.id, AT)
    )
    typed: dict[FieldKey, Content] = {}
    worker.start()
    while worker.is_alive():
        if workspace.undo_steps("r1"):
            key = KEYS[-1 - len(typed)]
            typed[key] = text(f"مكتوب {len(typed)}")
            workspace.save("r1", [change(key, typed[key])], LAYLA.id, AT)
    worker.join()
    assert typed
    found = workspace.fields("r1")
    assert {key: found[key] for key in typed} == typed
    assert len(found) == COUNT


def test_undoing_an_import_leads_back_to_what_was_typed_meanwhile(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The import wins; what it overwrote is sealed and one undo away."""
    early, late = change(KEYS[1], text("قبل")), change(KEYS[-1], text("أثناء"))
    workspace.save("r1", [early], LAYLA.id, AT)

    def type_late(_turns: Turns) -> None:
        monkeypatch.undo()  # Once, in the first pause.
        workspace.save("r1", [late], LAYLA.id, at(1))

    monkeypatch.setattr(Turns, "let_in", type_late)
    workspace.publish("r1", IMPORT, [], OMAR.id, at(2))
    assert workspace.fields("r1") == dict.fromkeys(KEYS, text("مستورد"))
    step = workspace.undoable("r1")
    assert step is not None
    befores = {each.key: each.before for each in step.changes if each.before}
    assert befores == {early.key: early.after, late.key: late.after}
    for typed in (early, late):
        (revision,) = workspace.history("r1", typed.key)
        assert (revision.content, revision.author) == (typed.after, LAYLA.id)


def test_an_interrupted_import_leaves_nothing_and_the_next_one_goes_on(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_turns: Turns) -> None:
        monkeypatch.undo()
        raise KeyboardInterrupt

    monkeypatch.setattr(Turns, "let_in", interrupt)
    with pytest.raises(KeyboardInterrupt):
        workspace.publish("r1", IMPORT, [LAW], OMAR.id, AT)
    assert (workspace.fields("r1"), workspace.undo_steps("r1")) == ({}, ())
    workspace.publish("r1", IMPORT, [LAW], OMAR.id, AT)
    assert len(workspace.fields("r1")) == COUNT


def _die_at(pause: int) -> Callable[[object], None]:
    """Stands for the pause between transactions; the process ends at the nth."""
    count = 0

    def pause_now(_turns: object) -> None:
        nonlocal count
        count += 1
        if count == pause:
            os.kill(os.getpid(), signal.SIGKILL)

    return pause_now


GONE: tuple[object, ...] = (0, 0, [], 0)
WHOLE: tuple[object, ...] = (COUNT, COUNT, [IMPORT], 1)


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
@pytest.mark.parametrize(
    ("pause", "left"),
    [(1, GONE), (29, GONE), (40, GONE), (56, GONE), (57, WHOLE), (70, WHOLE)],
)
def test_a_killed_import_is_whole_or_gone(
    path: Path,
    closed: Path,
    monkeypatch: pytest.MonkeyPatch,
    pause: int,
    left: tuple[object, ...],
) -> None:
    child = os.fork()
    if child == 0:
        try:
            monkeypatch.setattr(Turns, "let_in", _die_at(pause))
            reopened(path).publish("r1", IMPORT, [LAW], OMAR.id, AT)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    reader = reopened(path, writing=False)
    seen = len(reader.fields("r1"))
    reader.close()
    workspace = reopened(path)
    steps = [record.step for record in workspace.undo_steps("r1")]
    assert left == (seen, len(workspace.fields("r1")), steps, len(workspace.sources()))
    workspace.publish("r1", IMPORT, [], OMAR.id, AT)
    assert len(workspace.fields("r1")) == COUNT
    workspace.close()


def test_an_import_of_a_forbidden_text_leaves_nothing(workspace: Workspace) -> None:
    bad: tuple[Change, ...] = (*IMPORT.changes, change(KEYS[0], text("a\x00")))
    with pytest.raises(AppError) as caught:
        workspace.publish("r1", Step("i", "import", "q", bad), [LAW], OMAR.id, AT)
    assert caught.value.code == "text.forbidden_character"
    assert (workspace.fields("r1"), workspace.undo_steps("r1")) == ({}, ())
    assert workspace.sources() == ()
