"""A PDF's text as other programs read it."""

import subprocess
import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pymupdf
import pypdf


def by_poppler(path: Path) -> list[str]:
    done = subprocess.run(
        ["pdftotext", str(path), "-"], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8").split("\f")[:-1]


_open: Callable[..., Any] = pymupdf.open  # its signatures are not typed


def by_mupdf(pdf: Path | bytes) -> list[str]:
    with _open(pdf) if isinstance(pdf, Path) else _open(stream=pdf) as document:
        return [page.get_text() for page in document]


def boxes_by_mupdf(path: Path) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of every word."""
    with _open(path) as document:
        return [word[:4] for page in document for word in page.get_text("words")]


def by_pypdf(path: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def plainly(text: str) -> str:
    """NFC, blanks as one, without characters that only steer."""
    text = unicodedata.normalize("NFC", text)
    seen = (c for c in text if unicodedata.category(c) != "Cf")
    return " ".join("".join(seen).split())


def similarity(one: str, other: str) -> float:
    """Characters in common, of all, from 0 to 1."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    return 2 * common / max(1, len(one) + len(other))
