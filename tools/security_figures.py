"""Prints the figures of docs/security.md: trials, faults, inputs tried, losses.

    python tools/security_figures.py [--kills 100] [--mutants 300] [--fuzz SECONDS]

Anyone may run it; it takes some five minutes and needs no network.  What it counts is
what the tests of the same names hold; a loss ends it.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from focalpoint_app.storage.ciphers.ciphering import Key
from tests.hostile import test_limits as limits
from tests.pdf.verifying import test_mutations as mutations
from tests.storage import test_kill as kills

ROOT = Path(__file__).resolve().parent.parent
FUZZER = ROOT / ".venv-soak" / "bin" / "python"
GROUPS = {
    "faults in the middle of writing": ("tests/faults", "tests/storage/test_faults.py"),
    "disks full, pulled out, replaced": (
        "tests/storage/test_full_disk.py",
        "tests/storage/test_pulled_out.py",
    ),
    "injections from an answer": ("tests/hostile/test_injection.py",),
    "files tampered with at random": ("tests/fuzz",),
    "journeys without a network": ("tests/offline",),
}
_PASSED = re.compile(r"(\d+) passed")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--mutants", type=int, default=300)
    parser.add_argument("--fuzz", type=int, default=0, metavar="SECONDS")
    given = parser.parse_args()
    with TemporaryDirectory() as home:
        os.environ["FOCALPOINT_HOME"] = home
        for line in figures(given.kills, given.mutants, given.fuzz):
            print(line, flush=True)


def figures(trials: int, mutants: int, seconds: int) -> Iterator[str]:
    for parameter in kills.KEYS_OF_FILES:
        (key,) = parameter.values
        assert key is None or isinstance(key, Key)
        yield killed(str(parameter.id), key, trials)
    yield altered(mutants)
    yield from (refused(reader) for reader in limits.SAID)
    yield from (passed(name, paths) for name, paths in GROUPS.items())
    if seconds and FUZZER.exists():
        yield fuzzed(seconds)


def killed(name: str, key: Key | None, trials: int) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "review.focalpoint"
        saves = kills.killed_again_and_again(path, trials, key)
    return f"killed while typing, {name}: {trials} trials, {saves} saves, 0 lost"


def altered(mutants: int) -> str:
    """Signed files, each changed in one place; one that passes for whole ends it."""
    with TemporaryDirectory() as folder:
        unseen = mutations.unseen(Path(folder), range(mutants))
    assert unseen == []
    return f"signed files altered: {mutants} tried, 0 called intact"


def refused(reader: str) -> str:
    """Raises where a file was not told as it should be."""
    with TemporaryDirectory() as folder:
        told = limits.read(reader, list(limits.made(reader, Path(folder))))
    assert {name: each.code for name, each in told.items()} == limits.SAID[reader]
    seconds = max(each.seconds for each in told.values())
    megabytes = max(each.megabytes for each in told.values())
    return (
        f"hostile files, {reader}: {len(told)} tried, 0 crashed,"
        f" longest {seconds:.1f} s, most {megabytes:.0f} MB"
    )


def passed(name: str, paths: tuple[str, ...]) -> str:
    started = monotonic()
    command = [sys.executable, "-m", "pytest", "--quiet", *paths]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(ran.stdout[-3000:])
    count = _PASSED.search(ran.stdout)
    held = count[1] if count else "0"
    return f"{name}: {held} tests, 0 failed ({monotonic() - started:.0f} s)"


def fuzzed(seconds: int) -> str:
    command = [str(FUZZER), str(ROOT / "tools" / "fuzz.py"), "--seconds", str(seconds)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(ran.stdout[-3000:])
    return ran.stdout.strip()


if __name__ == "__main__":
    main()
