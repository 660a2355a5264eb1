"""A process that is lost, slow or talkative costs no more than it may."""

import sys
from time import monotonic

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.scans.processes import Bounds, ran_apart

BOUNDS = Bounds(seconds=20, said=1_000_000)


def ran(script: str, bounds: Bounds = BOUNDS, given: bytes = b"") -> bytes:
    return ran_apart([sys.executable, "-S", "-c", script], bounds, "l.pdf", given)


def test_what_it_is_given_and_says_goes_through_pipes() -> None:
    echo = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"
    assert ran(echo, given=b"ab" * 300_000) == b"ba" * 300_000


def test_as_much_as_it_may_say_is_not_too_much() -> None:
    assert len(ran("print('x' * 99, end='')", Bounds(20, 99))) == 99


@pytest.mark.parametrize(
    ("script", "bounds"),
    [
        pytest.param("while True: print('x' * 10000)", BOUNDS, id="talks on"),
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
    start = monotonic()
    with pytest.raises(AppError) as told:
        ran(script, bounds, given=b"x" * 10**6)
    assert (told.value.code, told.value.context["file"]) == ("scan.too_costly", "l.pdf")
    assert monotonic() - start < 15


@pytest.mark.skipif(sys.platform == "win32", reason="work is not told from waiting")
def test_steps_that_are_each_allowed_end_together() -> None:
    start = monotonic()
    with pytest.raises(AppError, match=r"scan\.too_costly"):
        ran(
            "from focalpoint_app.pdf.scans import processes\n"
            "processes.MOST_SECONDS = 1\n"
            "while True: processes.wind_up()"
        )
    assert monotonic() - start < 15
