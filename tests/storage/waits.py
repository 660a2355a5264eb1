"""What would wait for ever is ended, so that a test says so."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class WaitedError(Exception):
    """No error of a file, which the program would answer."""


@contextmanager
def stopping_after(seconds: int) -> Iterator[None]:
    """WaitedError where it never ends; more seconds than any machine's mood takes."""

    def stop(*_: object) -> None:
        raise WaitedError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
