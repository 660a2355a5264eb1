"""A PDF's structure tree with the text that its marked content says."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

_MAPPED = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]*)>")
_ROLE = re.compile(r"( *)([A-Z][A-Za-z0-9]*)(?: \(\w+\))?:?$")


@dataclass
class Node:
    """``text`` is its own and that of what is in it, as it is drawn."""

    role: str
    entry: Any
    kids: list[Node] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *roles: str) -> list[Node]:
        return [node for node in self.walk() if node.role in roles]

    @property
    def language(self) -> str:
        """Empty where it is the parent's."""
        return str(self.entry.get("/Lang", ""))


def structure(pdf: pikepdf.Pdf) -> Node:
    texts = {page.objgen: marked_texts(page) for page in pdf.pages}
    return _node(pdf.Root.StructTreeRoot.K, texts, None)


def _node(entry: Any, texts: dict[Any, dict[int, str]], page: Any) -> Node:
    node = Node(str(entry.S)[1:], entry)
    page = entry.get("/Pg", page)
    for kid in _listed(entry.get("/K")):
        if isinstance(kid, int):
            node.text += texts[page.objgen].get(kid, "")
        elif "/MCID" in kid:
            node.text += texts[kid.Pg.objgen].get(int(kid.MCID), "")
        elif "/S" in kid:
            node.kids.append(_node(kid, texts, page))
            node.text += node.kids[-1].text
    return node


def _listed(kids: Any) -> list[Any]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """What the content of each number says; what lies in no number is at -1."""
    fonts = {name: _map(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    around: list[int] = [-1]
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BMC":
                around.append(around[-1])
            case "BDC":
                around.append(_number(operands[1], around[-1]))
            case "EMC":
                around.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "TJ":
                said = "".join(_said(part, font) for part in operands[0])
                found[around[-1]] = found.get(around[-1], "") + said
    return found


def _number(properties: Any, around: int) -> int:
    return int(properties.get("/MCID", around))


def _map(font: Any) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(says.decode()).decode("utf-16-be")
        for code, says in _MAPPED.findall(font.ToUnicode.read_bytes())
    }


def _said(part: Any, font: dict[int, str]) -> str:
    if not isinstance(part, pikepdf.String):
        return ""
    codes = bytes(part)
    return "".join(
        font.get(int.from_bytes(codes[at : at + 2], "big"), "")
        for at in range(0, len(codes), 2)
    )


def roles_by_poppler(path: Path) -> list[tuple[int, str]]:
    """Depth and role of each element, as another program finds them."""
    done = subprocess.run(
        ["pdfinfo", "-struct", str(path)], capture_output=True, check=True
    )
    assert not done.stderr, done.stderr
    lines = map(_ROLE.match, done.stdout.decode("utf-8").splitlines())
    return [(len(line[1]) // 2, line[2]) for line in lines if line is not None]


def letters(text: str) -> str:
    """What is written, in no order: Arabic is drawn from the left, and a line's last
    blank is not drawn."""
    text = unicodedata.normalize("NFC", text)
    return "".join(
        sorted(c for c in text if unicodedata.category(c) not in ("Cf", "Zs", "Cc"))
    )
