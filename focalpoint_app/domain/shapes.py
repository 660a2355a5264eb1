"""Whether plain data has the shape that a type says, before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30})?")
_DEEPEST = 24
"""More than anything of ours nests; far less than what exhausts the stack."""


def fits(shape: Any, said: object) -> bool:
    """``shape`` is a type of ours, as annotations have it: dataclasses stand for maps
    of their fields, tuples for lists, enumerations for their values, numbers for
    decimal strings; ``Any`` for whatever is not nested too deep.
    """
    if shape is Any:
        return is_shallow(said)
    if get_origin(shape) in (Union, UnionType):
        return any(fits(each, said) for each in get_args(shape))
    if is_dataclass(shape):
        return _is_record(shape, said)
    if isinstance(shape, type) and issubclass(shape, Enum):
        return any(said == each.value for each in shape)
    if shape in (int, Decimal):
        return _is_number(said)
    if shape in (str, bool, NoneType):
        return isinstance(said, shape)
    return _holds(get_origin(shape), get_args(shape), said)


def is_shallow(said: object, deepest: int = _DEEPEST) -> bool:
    """Maps and lists in one another; the rest has no inside."""
    if isinstance(said, Mapping):
        inner: Any = said.values()
    elif isinstance(said, list | tuple):
        inner = said
    else:
        return True
    return deepest > 0 and all(is_shallow(each, deepest - 1) for each in inner)


def _holds(kind: Any, of: tuple[Any, ...], said: object) -> bool:
    if kind is not None and issubclass(kind, Mapping):
        return isinstance(said, Mapping) and all(
            isinstance(name, str) and fits(of[1], each) for name, each in said.items()
        )
    if kind is None or not issubclass(kind, Sequence | frozenset):
        raise TypeError("no shape of ours")
    if not isinstance(said, list):
        return False
    if kind is tuple and Ellipsis not in of:
        return len(of) == len(said) and all(map(fits, of, said))
    return all(fits(of[0], each) for each in said)


def _is_record(shape: Any, said: object) -> bool:
    if not isinstance(said, Mapping):
        return False
    known, needed = _record(shape)
    return needed <= said.keys() <= known.keys() and all(
        fits(known[name], each) for name, each in said.items()
    )


def _is_number(said: object) -> bool:
    if isinstance(said, bool):
        return False
    if isinstance(said, int):
        return abs(said) < 10**30
    return isinstance(said, str) and _NUMBER.fullmatch(said) is not None


@cache
def _record(shape: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """All fields with their types, and the names of those without a default."""
    hints = get_type_hints(shape)
    own = fields(shape)
    needed = (
        e.name for e in own if e.default is MISSING and e.default_factory is MISSING
    )
    return {each.name: hints[each.name] for each in own}, frozenset(needed)
