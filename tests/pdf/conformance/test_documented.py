"""docs/conformance.md names every check, and no other."""

import re
from pathlib import Path

from tests.pdf.conformance.test_conformance import RULES

DOCUMENT = Path(__file__).parents[3] / "docs" / "conformance.md"


def test_every_check_is_documented_and_every_documented_check_exists() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    named = {
        name
        for row in rows
        for name in re.findall(r"`(?:\w+\.)?([a-z_]+)`", row)
        if not name.endswith("py")
    }

    assert named == {rule.__name__ for rule in RULES.values()}
