"""Pages that were made leave none of their words behind a locked window."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from focalpoint_app.pdf.glyphs.shapes import shapes_of
from focalpoint_app.pdf.lines import break_rules
from focalpoint_app.pdf.verifying.marks import marked
from focalpoint_app.platform.places import resources_folder
from focalpoint_app.workflow.safekeeping.forgetting import forget_pages
from tests.memory import holding, mark

ROOT = Path(__file__).parents[3]


def test_words_that_were_shaped_broken_or_compared_are_forgotten() -> None:
    """In a process of its own: this one holds ten million things to look through."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.workflow.safekeeping.test_forgetting"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    before, after = json.loads(ran.stdout)
    assert before != []
    assert after == []


def _held() -> tuple[list[str], list[str]]:
    """What holds a word that was shaped, broken and compared, and what still does."""
    said = mark()
    (font, *_) = sorted(resources_folder().rglob("*.ttf"))
    shapes_of(font).of(said, rtl=False)
    break_rules._kept(said)
    marked(said)
    before = holding(said)
    forget_pages()
    return before, holding(said)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_held()))
