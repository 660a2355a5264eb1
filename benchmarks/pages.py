"""How quick our pages are beside other makers': `python benchmarks/pages.py [--json]`.

Every maker sets the same document in a process of its own, in turns, and then
eighty paragraphs one to a page, which are read back. A maker that is not
installed is left out: typst and weasyprint come from PyPI, chromium and
libreoffice-writer-nogui from Debian; Qt is there.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import pikepdf
from parts.page_material import material, paragraphs, words_of
from parts.reading_back import read_back
from parts.watching import Watched, watched

HERE = Path(__file__).resolve().parent
PEERS = ("typst", "qt", "chromium", "weasyprint", "libreoffice")
PROGRAMS = {"chromium": "chromium", "libreoffice": "soffice"}
MODULES = {"typst": "typst", "weasyprint": "weasyprint", "qt": "PySide6"}
READ_BACK = 80  # paragraphs

Figures = dict[str, Any]


def main() -> int:
    given = _arguments()
    makers = ["ours", *(name for name in given.peers.split(",") if _is_there(name))]
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(makers, given.blocks, given.rounds, Path(folder))
    sys.stdout.write(_told(figures, as_json=given.json))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _is_there(maker: str) -> bool:
    if maker in PROGRAMS:
        return shutil.which(PROGRAMS[maker]) is not None
    return maker in MODULES and importlib.util.find_spec(MODULES[maker]) is not None


def measured(makers: list[str], blocks: int, rounds: int, folder: Path) -> Figures:
    once, twice = _kept(folder, "once", blocks), _kept(folder, "twice", 2 * blocks)
    runs: dict[str, list[Watched]] = {maker: [] for maker in makers}
    doubled = []
    for _ in range(rounds):
        for maker in makers:
            runs[maker].append(_made(maker, once, folder))
        doubled.append(_made("ours", twice, folder, suffix="-twice"))
    figures = {maker: _figures(maker, runs[maker], folder) for maker in makers}
    figures["ours"]["twice_the_blocks"] = round(
        median(float(each.said) for each in doubled) / figures["ours"]["making"], 2
    )
    return figures


def _kept(folder: Path, name: str, blocks: int) -> Path:
    path = folder / f"{name}.json"
    given = material(blocks)
    sys.stderr.write(f"{blocks} blocks, {words_of(given)} words\n")
    path.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    return path


def _made(maker: str, source: Path, folder: Path, suffix: str = "") -> Watched:
    script = str(HERE / "parts" / "page_makers.py")
    target = str(folder / f"{maker}{suffix}.pdf")
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    return watched([sys.executable, script, maker, str(source), target], environment)


def _figures(maker: str, runs: list[Watched], folder: Path) -> Figures:
    """``seconds`` from start to end of the process, ``making`` once it had loaded."""
    target = folder / f"{maker}.pdf"
    with pikepdf.open(target) as document:
        pages = len(document.pages)
    readers = _read_back(maker, folder)
    return {
        "seconds": round(median(run.seconds for run in runs), 2),
        "making": round(median(float(run.said) for run in runs), 2),
        "peak_mb": round(median(run.peak_mb for run in runs)),
        "read_back": readers["poppler"],
        "read_back_by": readers,
        "pages": pages,
        "bytes": target.stat().st_size,
    }


def _read_back(maker: str, folder: Path) -> dict[str, float]:
    given = paragraphs(READ_BACK)
    source = folder / "paragraphs.json"
    source.write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    _made(maker, source, folder, suffix="-read")
    return read_back(folder / f"{maker}-read.pdf", given["pages"])


def _told(figures: Figures, *, as_json: bool) -> str:
    if as_json:
        return json.dumps(figures, indent=2) + "\n"
    names = ("seconds", "making", "peak_mb", "read_back", "pages", "bytes")
    lines = ["".join([f"{'':12}", *(f"{name:>11}" for name in names)])]
    for maker, found in figures.items():
        lines.append("".join([f"{maker:12}", *(f"{found[n]:>11}" for n in names)]))
    lines.append(f"twice the blocks: {figures['ours']['twice_the_blocks']} times")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
