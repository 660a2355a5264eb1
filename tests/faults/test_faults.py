"""Every kind of write meets every kind of fault: nothing torn, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.acts import ACTS
from tests.faults.trials import KINDS

ROOT = Path(__file__).parents[2]
NAMES = tuple(act.name for act in ACTS)
FEWEST = 2
"""Writes that each act has at least; fewer, and the shim was not in their way."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs LD_PRELOAD")


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    assert compiler, "faults are injected by a C library: install a C compiler"
    made = tmp_path_factory.mktemp("shim") / "shim.so"
    source = str(Path(__file__).with_name("shim.c"))
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(made), source, "-ldl"]
    subprocess.run(command, check=True)
    return made


def told(
    shim: Path, folder: Path, kind: str, how: str, names: tuple[str, ...]
) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.faults.trials", kind, how, str(folder)]
    done = subprocess.run(
        [*command, *names],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(shim)},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_no_fault_tears_a_write(shim: Path, tmp_path: Path, kind: str) -> None:
    """Each act meets one of the six kinds here, all of them in `make soak`."""
    names = NAMES[list(KINDS).index(kind) :: len(KINDS)]
    found = told(shim, tmp_path, kind, "some", names)
    assert tuple(found) == names
    assert [each["faults"] for each in found.values() if each["faults"]] == []
    assert all(each["trials"] >= FEWEST for each in found.values()), found


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_no_fault_at_any_write_tears_it(shim: Path, tmp_path: Path, kind: str) -> None:
    found = told(shim, tmp_path, kind, "every", NAMES)
    assert tuple(found) == NAMES
    assert [each["faults"] for each in found.values() if each["faults"]] == []


def test_a_torn_file_would_be_told(shim: Path, tmp_path: Path) -> None:
    """The oracle itself: a settings file that is written in place is caught."""
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.faults import acts, ground, trials\n"
        "from focalpoint_app.storage.errors import writing_beside\n"
        "def torn(folder):\n"
        "    path = folder / 'here' / 'settings.json'\n"
        "    acts._save_settings(folder)\n"
        "    def do():\n"
        "        with writing_beside(path): path.write_text('{' * 9000, 'utf-8')\n"
        "    return do\n"
        "def check(folder, done):\n"
        "    assert (folder / 'here' / 'settings.json').read_text()[-1] == '}'\n"
        "trials.ACTS = (ground.Act('torn', acts._made, torn, check),)\n"
        "trials.main('short', 12, Path(sys.argv[1]), ['torn'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(shim)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["torn"]["faults"]
