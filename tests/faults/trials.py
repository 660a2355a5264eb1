"""Runs under the shim: acts, each of their writes failing in turn.

    LD_PRELOAD=shim.so python -m tests.faults.trials KIND every|some FOLDER ACT…

Prints one line of JSON: trials by act, and what was torn or lost in which.
"""

from __future__ import annotations

import ctypes
import errno
import gc
import json
import os
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from tests.faults.acts import ACTS
from tests.faults.ground import Act, close_all, fresh

KINDS = {
    "full": (1, errno.ENOSPC),
    "io": (1, errno.EIO),
    "short": (2, errno.ENOSPC),
    "gone": (3, errno.EIO),
    "read-only": (3, errno.EROFS),
    "killed": (4, 0),
}
EXPECTED = frozenset({
    "disk.full", "file.unwritable", "workspace.unwritable", "workspace.read_only",
    "workspace.not_put_back", "workspace.busy", "backup.unlike",
})  # fmt: skip
"""What a machine may be to blame for; *damaged* is not among them."""


@dataclass(frozen=True, slots=True)
class Shim:
    library: ctypes.CDLL

    def arm(self, folder: Path, kind: str, at: int) -> None:
        how, code = KINDS[kind]
        below = os.fsencode(folder)
        self.library.fault_arm(below, how, code, ctypes.c_long(at))

    def disarm(self) -> bool:
        """Whether the fault was met."""
        return bool(self.library.fault_disarm())


def places(step: int) -> Iterator[int]:
    """Each of the first ``step`` writes, then ever fewer."""
    at = 1
    while True:
        yield at
        at += 1 + at // step


def tried(act: Act, kind: str, folder: Path, at: int, shim: Shim) -> tuple[bool, bool]:
    """Was the fault met, and was the act told as done?"""
    do = act.do(folder)
    shim.arm(folder, kind, at)
    try:
        do()
    except AppError as exc:
        if exc.code not in EXPECTED:
            raise
        return shim.disarm(), False
    finally:
        met = shim.disarm()
    return met, True


def tried_apart(act: Act, folder: Path, at: int, shim: Shim) -> tuple[bool, bool]:
    """In a process that is killed at the write."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        tried(act, "killed", folder, at, shim)
        os.write(tell, b"done")
        os._exit(0)
    os.close(tell)
    with os.fdopen(told, "rb") as answers:
        is_done = answers.read() == b"done"
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status), is_done


def faults(
    act: Act, kind: str, step: int, folder: Path, shim: Shim
) -> tuple[int, list[str]]:
    """How many trials met the fault, and what went wrong in them."""
    template, work = folder / "template", folder / "work"
    template.mkdir(parents=True)
    act.begin(template)
    found: list[str] = []
    for number, at in enumerate(places(step)):
        fresh(template, work)
        try:
            if kind == "killed":
                met, is_done = tried_apart(act, work, at, shim)
            else:
                met, is_done = tried(act, kind, work, at, shim)
            close_all()
            gc.collect()  # What a failed act left open by itself.
            act.check(work, is_done)
        except (AssertionError, AppError):  # Anything else ends it, and so the test.
            shim.disarm()
            met = True
            found.append(f"write {at}: {traceback.format_exc(limit=-3)}")
        if not met or len(found) > 3:
            return number, found
    raise AssertionError("unreachable")


def main(kind: str, step: int, folder: Path, names: list[str]) -> None:
    shim = Shim(ctypes.CDLL(os.environ["LD_PRELOAD"]))
    gc.freeze()  # What was imported need not be looked through after each trial.
    told = {}
    for act in ACTS:
        if act.name in names:
            met, found = faults(act, kind, step, folder / act.name, shim)
            told[act.name] = {"trials": met, "faults": found}
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    every = {"every": 12, "some": 1}[sys.argv[2]]
    main(sys.argv[1], every, Path(sys.argv[3]), sys.argv[4:])
