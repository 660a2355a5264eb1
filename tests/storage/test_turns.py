"""How long a thread computes before another comes in."""

from __future__ import annotations

import sys
from contextlib import ExitStack

from focalpoint_app.storage.turns import short_turns


def test_the_usual_turn_comes_back_whoever_ends_last() -> None:
    usual = sys.getswitchinterval()
    with ExitStack() as later:
        with ExitStack() as earlier:
            earlier.enter_context(short_turns())
            later.enter_context(short_turns())
            short = sys.getswitchinterval()
        assert short < usual
        assert sys.getswitchinterval() == short
    assert sys.getswitchinterval() == usual
