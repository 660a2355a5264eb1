"""The soak goes from beginning to end, and on from where it was broken off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.soaked import SHARE, soaked
from tools import soak
from tools.soak import Notes, Part

HOLDS, FAILS, HANGS = (
    "print('3 passed')",
    "raise SystemExit(1)",
    "import time; time.sleep(60)",
)


def part(name: str, code: str, minutes: float = 1) -> Part:
    return Part(name, (sys.executable, "-c", code), minutes)


def test_what_fails_hangs_or_is_not_there_is_told_and_the_rest_is_done(
    tmp_path: Path,
) -> None:
    missing = Part("fuzz", (str(tmp_path / "none"),), 1)
    wanted = [part("a", FAILS), part("b", HANGS, 0.005), missing, part("c", HOLDS)]
    done = list(soak.soaked(wanted, Notes(tmp_path, "x"), is_anew=False))
    found = [(each.verdict, each.counted) for each in done]
    assert found == [("failed", 0), ("out of time", 0), ("left out", 0), ("held", 3)]
    assert soak.summed_up(done) == 1
    assert soak.summed_up(done[3:]) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells of them")
@pytest.mark.parametrize("then", ["time.sleep(60)", "raise SystemExit(1)"])
def test_what_a_part_started_ends_with_it_in_whatever_session_it_is(
    tmp_path: Path, then: str
) -> None:
    child = tmp_path / "child"
    code = (
        "import subprocess, sys, time\n"
        "own = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'],"
        " start_new_session=True)\n"
        f"open({str(child)!r}, 'w').write(str(own.pid))\n{then}"
    )
    list(soak.soaked([part("a", code, 0.02)], Notes(tmp_path, "x"), is_anew=True))
    assert not is_running(int(child.read_text()))


def is_running(pid: int) -> bool:
    """A zombie that waits for its parent is none."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_only_what_held_of_the_same_commit_is_not_done_again(tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    write = f"open({str(marks)!r}, 'a').write('x')"
    wanted = [part("a", write), part("b", f"{write}; {FAILS}")]
    for subject, is_anew, times in (
        ("x", False, 2),
        ("x", False, 3),
        ("y", False, 5),
        ("y", True, 7),
    ):
        list(soak.soaked(wanted, Notes(tmp_path, subject), is_anew=is_anew))
        assert len(marks.read_text()) == times


def test_a_changed_tree_is_no_commit() -> None:
    assert soak.is_fixed("0fc521f")
    assert not soak.is_fixed("0fc521f-dirty")
    assert not soak.is_fixed("")


@pytest.mark.parametrize("is_short", [True, False])
def test_every_long_form_belongs_to_a_part_and_every_path_is_there(
    is_short: bool,
) -> None:
    found = list(soak.parts(5, is_short=is_short))
    paths = {a for each in found for a in each.command if a.startswith("tests")}
    assert all((soak.ROOT / each).exists() for each in paths)
    assert set(soak.LONG_FORMS) <= paths
    assert sum(each.minutes for each in found) <= (60 if is_short else 24 * 60)


def test_a_short_form_is_a_share_and_never_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert soak.SHARE == SHARE
    monkeypatch.delenv(SHARE, raising=False)
    assert soaked(1000) == 1000
    monkeypatch.setenv(SHARE, "0.02")
    assert (soaked(1000), soaked(10), soaked(10_000, 500)) == (20, 1, 500)


def test_a_part_that_is_not_known_is_named() -> None:
    ran = subprocess.run(
        [sys.executable, "tools/soak.py", "nothing"],
        cwd=soak.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (2, "no part of the soak: nothing\n")
