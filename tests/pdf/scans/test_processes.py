"""A process that is lost, slow or talkative costs no more than it may."""

import resource
import sys

import pytest

from focalpoint_app.pdf.scans.processes import Bounds, Said, ran_apart
from tests.storage.waits import stopping_after

TURN = "meter.turn(page)"
BOUNDS = Bounds(seconds=20, said=1_000_000)
FOR_AGES = Bounds(seconds=3_600, said=1_000_000)
UNTIL_THE_END = "signal.getitimer(signal.ITIMER_PROF)[0]"

ONLY_WORK = pytest.mark.skipif(
    sys.platform == "win32", reason="work is not told from waiting"
)


def ran(script: str, bounds: Bounds = BOUNDS, given: bytes = b"") -> Said:
    return ran_apart([sys.executable, "-S", "-c", script], bounds, given)


def test_what_it_is_given_and_says_goes_through_pipes() -> None:
    echo = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"
    assert ran(echo, given=b"ab" * 300_000) == Said(b"ba" * 300_000, is_whole=True)


def test_as_much_as_it_may_say_is_not_too_much() -> None:
    said = ran("print('x' * 99, end='')", Bounds(20, 99))
    assert (len(said.content), said.is_whole) == (99, True)


@pytest.mark.parametrize(
    ("script", "bounds"),
    [
        pytest.param("while True: print('x' * 10000)", FOR_AGES, id="talks on"),
        pytest.param("print('x' * 99)", Bounds(20, 99), id="one byte more"),
        pytest.param("import time; time.sleep(60)", Bounds(0.5, 9), id="is slow"),
        pytest.param(
            "import os, time; os.close(1); time.sleep(60)", Bounds(0.5, 9), id="hangs"
        ),
        pytest.param("import os; print('ok'); os.abort()", BOUNDS, id="is lost"),
        pytest.param("import sys; sys.exit(1)", BOUNDS, id="gives up"),
    ],
)
def test_what_goes_beyond_its_bounds_is_told(script: str, bounds: Bounds) -> None:
    with stopping_after(120):
        said = ran(script, bounds, given=b"x" * 10**6)
    assert not said.is_whole
    assert len(said.content) <= bounds.said


@ONLY_WORK
@pytest.mark.parametrize(
    ("most", "page", "said"),
    [
        pytest.param("MOST_SECONDS", "page + 1", TURN, id="page after page"),
        pytest.param("SECONDS", "1", TURN, id="look after look at one page"),
        pytest.param("SECONDS", "1", f"{TURN}; sum(range(10**10))", id="one look"),
    ],
)
def test_steps_that_are_each_allowed_end_together(
    most: str, page: str, said: str
) -> None:
    before = worked()
    ended = ran(
        "from focalpoint_app.pdf.scans import processes\n"
        f"processes.{most} = 0.4\n"
        "meter, page = processes.Meter(), 1\n"
        "print('before', flush=True)\n"
        f"while True: {said}; page = {page}"
    )
    assert ended == Said(b"before\n", is_whole=False)
    assert worked() - before < 4


def worked() -> float:
    """Seconds of work of all processes that were waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


@ONLY_WORK
def test_a_page_that_took_long_leaves_the_next_its_time() -> None:
    said = ran(
        "import signal\n"
        "from itertools import count\n"
        "from focalpoint_app.pdf.scans import processes\n"
        "processes.process_time = count(0, 0.5).__next__\n"
        "meter = processes.Meter()\n"
        "while meter.turn(1): pass\n"
        f"print({UNTIL_THE_END} < processes._ENOUGH)\n"
        f"print(meter.turn(2), {UNTIL_THE_END} > processes._ENOUGH)"
    )
    assert said == Said(b"True\nTrue True\n", is_whole=True)
