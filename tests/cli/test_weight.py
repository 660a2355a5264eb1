"""A verb loads only what it works with: heavy libraries cost half a second each."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run

STORE = {"sqlalchemy", "sqlcipher3", "alembic"}
PAGES = {"reportlab", "pyhanko", "pikepdf", "uharfbuzz", "cryptography", "PySide6"}


def loaded(*words: str) -> set[str]:
    program = (
        "import sys\n"
        "from focalpoint_app.__main__ import main\n"
        "main(sys.argv[1:])\n"
        "sys.stderr.write(' '.join({n.split('.')[0] for n in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    return set(done.stderr.split())


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (("forms", "--json"), STORE | PAGES),
        (("check", "{file}", "--json"), PAGES),
        (("answers", "export", "{file}"), PAGES),
        (("verify", "{file}", "--json"), STORE | {"PySide6"}),
    ],
)
def test_a_verb_leaves_the_rest_on_the_shelf(
    run: Run, file: Path, words: tuple[str, ...], heavy: set[str]
) -> None:
    assert not heavy & loaded(*(word.format(file=file) for word in words))
