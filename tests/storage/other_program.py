"""Another program with the same file: holds it until told to go, or is killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from focalpoint_app.storage import Workspace
from tests.storage.samples import CHOICE, LAYLA, at, change, local

ROOT = Path(__file__).parents[2]


@contextmanager
def holding(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that wrote *yes* and holds the file; ended by force if need be."""
    command = [sys.executable, "-m", "tests.storage.other_program", str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def _main(path: Path) -> None:
    workspace = Workspace.open(path, writing=True, holder="ليلى", judge=local)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, at(0))
    sys.stdout.write("held\n")
    sys.stdout.flush()
    sys.stdin.readline()
    workspace.close()


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
