"""Guards against work without end, which a busy machine does not set off."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import TypeVar

Result = TypeVar("Result")

HOPELESS = 20
"""So many times what is allowed is no machine's mood: it is not tried again."""


def done_within(
    seconds: float, act: Callable[[], Result], *, attempts: int = 4
) -> Result:
    """What ``act`` gives, where its quickest attempt keeps within the bound.

    ``seconds`` are the processor's.  They tell work that grows with the square of what
    it is given from work that does not, so they are to be several times what ``act``
    takes: how quick anything is, benchmarks tell.  A pause that the machine makes costs
    another attempt; what is slow is slow in each.

    Raises AssertionError.
    """
    taken: list[float] = []
    for _ in range(attempts):
        began = process_time()
        result = act()
        taken.append(process_time() - began)
        if taken[-1] <= seconds:
            return result
        if taken[-1] > HOPELESS * seconds:
            break
    raise AssertionError(f"{min(taken):.2f} s of work where {seconds:g} s are allowed")
