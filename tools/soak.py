"""Runs the long forms one after the other, each within its time, and sums them up.

    python tools/soak.py [PART ...] [--short] [--seconds 300] [--again]

A part that fails or takes too long is told, and the next one begins.  What held of the
same commit is not done twice, but for ``--again``: a run that was broken off goes on
where it was.  What each part said lies in build/soak.  The long run takes a night, the
short one a quarter of an hour.  What is changed and not committed is always done anew.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "soak"
FUZZER = ROOT / ".venv-soak" / "bin" / "python"
SHARE = "FOCALPOINT_SOAK_SHARE"
MARK = "FOCALPOINT_SOAK_PART"
SHORT_SHARE = "0.02"
LONG_FORMS = (
    "tests/storage/test_kill.py",
    "tests/gui/test_kill.py",
    "tests/faults",
    "tests/hostile",
    "tests/pdf/verifying/test_mutations.py",
)
_COUNTED = re.compile(r"\d+ (?:passed|inputs tried)")


@dataclass(frozen=True, slots=True)
class Part:
    """``minutes``: after which it is given up."""

    name: str
    command: tuple[str, ...]
    minutes: float


@dataclass(frozen=True, slots=True)
class Done:
    """``verdict``: held, failed, out of time, left out."""

    name: str
    verdict: str
    seconds: float
    counted: int = 0

    def line(self) -> str:
        return (
            f"{self.name:10} {self.verdict:12} {self.counted:>10} {self.seconds:8.0f} s"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where every part held."""
    given = _given(arguments)
    known = {each.name: each for each in parts(given.seconds, is_short=given.short)}
    if unknown := set(given.parts) - known.keys():
        sys.stderr.write(f"no part of the soak: {', '.join(sorted(unknown))}\n")
        return 2
    wanted = [known[name] for name in given.parts or known]
    if given.short:
        os.environ[SHARE] = SHORT_SHARE
    known_as = commit()
    notes = Notes(FOLDER, f"{known_as} {given.seconds} {given.short}")
    try:
        is_anew = given.again or not is_fixed(known_as)
        return summed_up(list(soaked(wanted, notes, is_anew=is_anew)))
    except KeyboardInterrupt:
        sys.stderr.write("broken off; the same command goes on from here\n")
        return 130


def _given(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seconds", type=int, help="of fuzzing, for each reader")
    parser.add_argument("--again", action="store_true")
    given = parser.parse_args(arguments)
    given.seconds = given.seconds or (4 if given.short else 300)
    return given


def parts(seconds: int, *, is_short: bool) -> Iterator[Part]:
    """What would lose somebody's work comes first, what takes longest last."""
    kills, windows, faults, hostile, altered = LONG_FORMS
    others = tuple(f"--ignore={each}" for each in LONG_FORMS)
    laws = ("-m", "not slow", "--hypothesis-profile=soak", "--numprocesses=2")
    yield Part("kills", _tests("-m", "slow", kills, windows), 5 if is_short else 180)
    if is_short:
        yield Part("faults", _tests("-k", "fault_tears", faults), 10)
        yield Part(
            "hostile",
            _tests("-k", "injection or answers or form or verdict", hostile),
            5,
        )
    else:
        yield Part("faults", _tests("-m", "slow", faults), 240)
        yield Part("hostile", _tests("-m", "slow", hostile), 60)
    yield Part("altered", _tests("-m", "slow", altered), 10 if is_short else 120)
    yield Part("fuzz", _fuzz(seconds), seconds / 2 + 10)
    if is_short:
        yield Part("laws", _tests(*laws, "tests/domain", "tests/fuzz"), 10)
    else:
        yield Part("documents", _tests("-m", "slow", "tests", *others), 60)
        yield Part("laws", _tests(*laws, "--dist=loadfile", "tests"), 300)


def _tests(*chosen: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "pytest", "--quiet", *chosen)


def _fuzz(seconds: int) -> tuple[str, ...]:
    return (str(FUZZER), str(ROOT / "tools" / "fuzz.py"), "--seconds", str(seconds))


class Notes:
    """What is done of one commit at one length, kept after each part."""

    def __init__(self, folder: Path, subject: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._path = folder / "done.json"
        self._subject = subject

    def held(self) -> dict[str, Done]:
        """By name; nothing where another commit was soaked last."""
        if not self._path.exists():
            return {}
        kept = json.loads(self._path.read_text("utf-8"))
        found = [Done(**each) for each in kept["done"]]
        return {e.name: e for e in found} if kept["subject"] == self._subject else {}

    def keep(self, done: dict[str, Done]) -> None:
        kept = {"subject": self._subject, "done": [asdict(e) for e in done.values()]}
        aside = self._path.with_suffix(".new")
        aside.write_text(json.dumps(kept, indent=1), "utf-8")
        aside.replace(self._path)


def soaked(wanted: Sequence[Part], notes: Notes, *, is_anew: bool) -> Iterator[Done]:
    held = {} if is_anew else notes.held()
    for part in wanted:
        if part.name in held:
            done = replace(held[part.name], verdict="held before")
        else:
            done = tried(part, notes.folder / f"{part.name}.log")
            if done.verdict == "held":
                held[part.name] = done
                notes.keep(held)
        print(done.line(), flush=True)
        yield done


def tried(part: Part, log: Path) -> Done:
    if not Path(part.command[0]).exists():  # A fuzzer's wheels are not everywhere.
        return Done(part.name, "left out", 0)
    begun, mark = monotonic(), secrets.token_hex(16)
    with log.open("wb") as said:
        running = subprocess.Popen(
            part.command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            start_new_session=True, env={**os.environ, MARK: mark},
        )  # fmt: skip
        verdict = _verdict(part, running, mark)
    counts = _COUNTED.findall(log.read_text("utf-8", "replace"))
    counted = sum(int(each.split()[0]) for each in counts)
    return Done(part.name, verdict, monotonic() - begun, counted)


def _verdict(part: Part, running: subprocess.Popen[bytes], mark: str) -> str:
    """What it started ends with it, however it ends."""
    try:
        return "failed" if running.wait(part.minutes * 60) else "held"
    except subprocess.TimeoutExpired:
        return "out of time"
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
        while found := marked(mark):
            for each in found:
                with suppress(ProcessLookupError):
                    os.kill(each, signal.SIGKILL)
            sleep(0.01)


def marked(mark: str) -> list[int]:
    """Processes of the part in sessions and groups of their own, whoever is their
    parent by now: all inherit its environment.  Linux alone tells that."""
    found = []
    for each in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):  # Gone meanwhile, or another account's.
            if f"{MARK}={mark}".encode() in each.read_bytes().split(b"\0"):
                found.append(int(each.parent.name))
    return found


def summed_up(done: Sequence[Done]) -> int:
    bad = [each for each in done if each.verdict not in ("held", "held before")]
    for each in bad:
        log = FOLDER / f"{each.name}.log"
        print(f"\n{each.name}: {each.verdict}")
        if log.exists() and each.verdict != "left out":
            print(log.read_text("utf-8", "replace")[-2000:])
    told = "all held" if not bad else f"{len(bad)} did not hold"
    seconds = sum(each.seconds for each in done)
    print(f"{len(done)} parts, {seconds / 60:.0f} minutes: {told}")
    return int(bool(bad))


def is_fixed(known_as: str) -> bool:
    """Whether a commit's name says what was soaked: not of a tree that was changed,
    nor of one without a history.
    """
    return bool(known_as) and not known_as.endswith("-dirty")


def commit() -> str:
    asked = ["git", "describe", "--always", "--dirty", "--abbrev=40"]
    ran = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return ran.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
