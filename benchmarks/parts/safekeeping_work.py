"""Backing up and looking over 100,000 sealed answers, while one types."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from store_work import ANSWERS, change, during, filled, now, p99

from focalpoint_app.storage.answers import sealing
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.storage.workspace import Workspace

_CHUNK = 5_000


def main() -> int:
    folder = Path(sys.argv[1])
    workspace, review = filled(folder / "sealed.focalpoint")
    seal(workspace, review)
    target = folder / "copy.focalpoint"
    figures = {"backup_100000_answers_s": timed(lambda: workspace.backup(target))}
    figures["autosave_p99_during_verified_backup_ms"] = p99(
        during(lambda: workspace.backup(target), workspace, review)
    )
    workspace.close()
    figures["doctor_100000_answers_s"] = timed(lambda: examine(target))
    if not examine(target).is_healthy:
        raise SystemExit("the copy is not sound")
    sys.stdout.write(json.dumps(figures))
    return 0


def seal(workspace: Workspace, review: str) -> None:
    """In large transactions, which nobody waits for here."""
    for start in range(0, ANSWERS, _CHUNK):
        keys = [change(n).key for n in range(start, start + _CHUNK)]
        with workspace._database.writing() as connection:
            sealing.seal(connection, review, keys, now())
        workspace._database.fold_log()


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return round(time.perf_counter() - begun, 2)


if __name__ == "__main__":
    sys.exit(main())
