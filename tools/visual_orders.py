"""Asks Debian's chromium in which order it draws our mixed lines.

    apt-get install chromium && python tools/visual_orders.py

Each line stands in a page of its own fonts; each character's place is what the
browser's layout tells.  The answer is kept in tests/pdf/lines/visual_orders.json, to
which a test holds our pages without a browser.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from html import escape, unescape
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "tests" / "pdf" / "lines" / "visual_orders.json"
FACES = {
    "Naskh": "NotoNaskhArabic-Regular",
    "Serif": "NotoSerif-Regular",
    "Chinese": "NotoSansSC-Regular",
}
_MEASURE = """
const found = [];
for (const line of document.querySelectorAll("p")) {
  const text = line.firstChild, places = [];
  for (let n = 0; n < text.length; n++) {
    const range = document.createRange();
    range.setStart(text, n); range.setEnd(text, n + 1);
    places.push(range.getBoundingClientRect().left);
  }
  found.push(places);
}
document.querySelector("pre").textContent = JSON.stringify(found);
"""
_ANSWER = re.compile(r"<pre>(.*?)</pre>", re.DOTALL)


def page(lines: list[str]) -> str:
    faces = "".join(
        f"@font-face {{font-family: {name};"
        f" src: url({(ROOT / 'resources' / 'fonts' / file).as_uri()}.ttf)}}"
        for name, file in FACES.items()
    )
    style = f"{faces} p {{font: 16px Naskh, Serif, Chinese; white-space: pre}}"
    body = "".join(f"<p dir=rtl>{escape(line)}</p>" for line in lines)
    return (
        f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}<pre></pre>"
        f"<script>document.fonts.ready.then(() => {{{_MEASURE}}})</script>"
    )


def places(lines: list[str]) -> list[list[float]]:
    """The left edge of each UTF-16 unit of each line, in pixels."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lines.html"
        file.write_text(page(lines), encoding="utf-8")
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu",
            "--allow-file-access-from-files", "--virtual-time-budget=20000",
            f"--user-data-dir={folder}/profile", "--dump-dom", file.as_uri(),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer = _ANSWER.search(done.stdout)
    if answer is None:
        sys.exit("chromium gave no answer")
    measured: list[list[float]] = json.loads(unescape(answer[1]))
    return measured


def is_compared(char: str) -> bool:
    """Ink of its own: neither blank nor mark nor format character."""
    return unicodedata.category(char) not in {"Zs", "Mn", "Cf"}


def from_left(line: str, lefts: list[float]) -> str:
    placed = [
        (left, char)
        for left, char in zip(lefts, line, strict=True)
        if is_compared(char)
    ]
    return "".join(char for _, char in sorted(placed, key=lambda each: each[0]))


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from tests.pdf.mixed import lines  # the repository is no installed package

    asked = lines()
    found = places(asked)
    orders = {
        line: from_left(line, lefts) for line, lefts in zip(asked, found, strict=True)
    }
    text = json.dumps(orders, ensure_ascii=False, indent=0) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{len(orders)} lines")


if __name__ == "__main__":
    main()
