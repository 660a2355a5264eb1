"""How much of what was set comes back, by three readers, in per cent."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from statistics import mean

import pymupdf
import pypdf

_PAGE_NUMBER = re.compile(r"\s*\d+ ?/ ?\d+\s*$")


def read_back(path: Path, expected: list[str]) -> dict[str, float]:
    """The mean over the paragraphs, one of which stands on each page."""
    return {
        name: round(100 * mean(map(similarity, expected, _padded(read, path))), 2)
        for name, read in READERS.items()
    }


def similarity(one: str, other: str) -> float:
    """Characters in common, of all, from 0 to 1.

    Presentation forms count as their letters (NFKC), blanks as one; what only
    steers does not count.
    """
    one, other = _plainly(one), _plainly(_PAGE_NUMBER.sub("", other))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    return 2 * common / max(1, len(one) + len(other))


def _padded(read: Callable[[Path], list[str]], path: Path) -> list[str]:
    """A page that is missing reads as an empty one."""
    return [*read(path), *[""] * 200]


def _plainly(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    seen = (c for c in text if unicodedata.category(c) != "Cf")
    return " ".join("".join(seen).split())


def _by_poppler(path: Path) -> list[str]:
    command = ["pdftotext", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def _by_mupdf(path: Path) -> list[str]:
    with pymupdf.open(path) as document:
        return [page.get_text() for page in document]


def _by_pypdf(path: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


READERS = {"poppler": _by_poppler, "pymupdf": _by_mupdf, "pypdf": _by_pypdf}
