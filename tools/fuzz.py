"""Fuzzes the readers, guided by what each input reached (atheris, libFuzzer).

    python tools/fuzz.py [READER ...] [--seconds 300]

Each reader runs in a process of its own, from what lies in tests/fuzz/corpus.  An input
that breaks one is kept there, under ``found``, and from then on every run of the tests
reads it again.  Runs in the environment that `make fuzz` makes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.fuzz.readers import CORPUS, READERS, seeds

LONGEST = 65_536  # bytes
SLOWEST = 10  # seconds for one input
LONGEST_BESIDES = 1_800  # seconds: to begin, and to end with the last input
MOST_MEGABYTES = 1_000  # instrumented code takes several times its memory


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("readers", nargs="*")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    given, rest = parser.parse_known_args()
    if given.inside:
        return fuzz(given.inside, rest)
    return sum(apart(each, given.seconds) for each in given.readers or READERS)


def apart(reader: str, seconds: int) -> int:
    """0, or 1 where an input was found that breaks the reader."""
    found = CORPUS / reader / "found"
    found.mkdir(parents=True, exist_ok=True)
    before = set(found.iterdir())
    with TemporaryDirectory() as folder:
        for number, content in enumerate(seeds(reader)):
            (Path(folder) / f"seed-{number}").write_bytes(content)
        limits = (
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            f"-timeout={SLOWEST}",
            f"-rss_limit_mb={MOST_MEGABYTES}",
            f"-artifact_prefix={found}/",
            "-print_final_stats=1",
        )
        command = [sys.executable, __file__, "--inside", reader, *limits, folder]
        try:
            ran = subprocess.run(
                command, capture_output=True, text=True, check=False,
                timeout=seconds + LONGEST_BESIDES,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            print(f"{reader}: out of time")
            return 1
    fresh = set(found.iterdir()) - before
    print(f"{reader}: {tried(ran.stderr)} inputs tried, {len(fresh)} broke it")
    if fresh or ran.returncode:
        print(ran.stderr[-3000:])
    if not any(found.iterdir()):
        found.rmdir()
    return int(bool(fresh or ran.returncode))


def tried(told: str) -> str:
    """As libFuzzer counts."""
    lines = (each for each in told.splitlines() if "number_of_executed_units" in each)
    return next(lines, "0").rpartition(" ")[2]


def fuzz(reader: str, options: list[str]) -> int:
    """The other process: the reader's own code is instrumented, then fed."""
    import atheris

    with atheris.instrument_imports(include=["focalpoint_app"]):
        read = READERS[reader]()
    atheris.Setup([sys.argv[0], *options], read)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
