"""The house's measures: how long files and functions may be, and none is excused.

What ruff measures (statements, arguments, branches) is in pyproject.toml.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = ("focalpoint_app", "tests", "tools", "benchmarks")
LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 50  # lines: what a screen shows at once
USUAL_FUNCTION = 20  # lines: nine in ten are no longer

SILENCED = re.compile(r"#\s*(type:\s*ignore|noqa\b|ruff:\s*noqa|mypy:\s*ignore)")
# openpyxl has no types, so what is derived from it has none either.
EXCUSED = {"focalpoint_app/exchange/excel/in_memory.py"}


@pytest.mark.parametrize("folder", CODE)
def test_no_file_outgrows_one_idea(folder: str) -> None:
    grown = {
        name: lines
        for name, source in files(folder).items()
        if (lines := len(source.splitlines())) > LONGEST_FILE
    }
    assert grown == {}


@pytest.mark.parametrize("folder", CODE)
def test_functions_are_seen_whole_and_most_at_a_glance(folder: str) -> None:
    lengths = dict(functions(folder))
    assert {at: n for at, n in lengths.items() if n > LONGEST_FUNCTION} == {}
    assert sum(n <= USUAL_FUNCTION for n in lengths.values()) >= 0.9 * len(lengths)


@pytest.mark.parametrize("folder", CODE)
def test_no_check_is_silenced(folder: str) -> None:
    silent = {name for name, source in files(folder).items() if SILENCED.search(source)}
    assert silent <= EXCUSED


def test_what_silences_a_check_is_seen() -> None:
    signs = ("type: ignore[arg-type]", "noqa", "noqa: E501", "ruff: noqa: F401")
    assert all(SILENCED.search(f"call()  # {sign}") for sign in signs)
    assert not SILENCED.search("call()  # ignores the type")


@cache
def files(folder: str) -> dict[str, str]:
    """Source by its path from the root."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


def functions(folder: str) -> Iterator[tuple[str, int]]:
    """Where each stands, and its lines."""
    for name, source in files(folder).items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
                lines = node.end_lineno - node.lineno + 1
                yield f"{name}:{node.lineno} {node.name}", lines
