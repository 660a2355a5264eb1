"""Does to a Word form what its recipient's Word does to it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
BODY = "word/document.xml"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], level: int | None = None) -> bytes:
    target = BytesIO()
    deflated = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "w", deflated, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


class Filling:
    """A form while somebody fills it in; ``saved()`` is the file they send back."""

    def __init__(self, content: bytes) -> None:
        self.parts = parts_of(content)
        self.root: Any = etree.fromstring(self.parts[BODY])
        self._comments: list[str] = []

    def control(self, tag: str, place: int = 0) -> Any:
        found = [
            each
            for each in self.root.iter(w("sdt"))
            if each.find(f"{w('sdtPr')}/{w('tag')}") is not None
            and each.find(f"{w('sdtPr')}/{w('tag')}").get(w("val")) == tag
        ]
        return found[place]

    def write(self, tag: str, text: str, place: int = 0) -> None:
        """Type into a field; a newline begins a new paragraph, as Enter does: Word
        then moves the control around its paragraphs."""
        control = self.control(tag, place)
        _no_hint(control)
        content = control.find(w("sdtContent"))
        content[:] = []
        first, *more = text.split("\n")
        if not more:
            content.append(run(first))
            return
        host = control.getparent()
        host.getparent().replace(host, control)
        for line in (first, *more):
            paragraph = etree.SubElement(content, w("p"))
            paragraph.append(run(line))

    def tick(self, tag: str, *, on: bool = True) -> None:
        control = self.control(tag)
        checked = control.find(f".//{{{W14}}}checked")
        checked.set(f"{{{W14}}}val", str(int(on)))
        control.find(f".//{w('t')}").text = "\u2612" if on else "\u2610"

    def track(self, tag: str, old: str, new: str, author: str) -> None:
        """Delete *old* from a field and insert *new* in its place, tracked."""
        content = self.control(tag).find(w("sdtContent"))
        before, after = "".join(content.itertext()).split(old)
        content[:] = [
            run(before),
            changed("del", old, author),
            changed("ins", new, author),
            run(after),
        ]

    def comment(self, tag: str, text: str, author: str) -> None:
        number = str(len(self._comments) + 1)
        self._comments.append(
            f'<w:comment w:id="{number}" w:author="{author}"'
            ' w:date="2026-11-22T09:00:00Z" w:initials="x">'
            f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        )
        control = self.control(tag)
        host = control.getparent()
        start = etree.Element(w("commentRangeStart"), {w("id"): number})
        host.insert(host.index(control), start)
        end = etree.Element(w("commentRangeEnd"), {w("id"): number})
        reference = etree.Element(w("r"))
        etree.SubElement(reference, w("commentReference"), {w("id"): number})
        place = host.index(control)
        host[place + 1 : place + 1] = [end, reference]

    def after(self, tag: str, text: str) -> None:
        """A paragraph of its own below a field, in no control."""
        paragraph = etree.Element(w("p"))
        paragraph.append(run(text))
        host = next(self.control(tag).iterancestors(w("p")))
        host.addnext(paragraph)

    def saved(self) -> bytes:
        self.parts[BODY] = etree.tostring(self.root, encoding="UTF-8")
        if self._comments:
            self._add_comments()
        return packed(self.parts)

    def change(self, name: str, edit: Callable[[str], str]) -> None:
        self.parts[name] = edit(self.parts[name].decode()).encode()

    def _add_comments(self) -> None:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        office = "http://schemas.openxmlformats.org/officeDocument/2006"
        listed = "".join(self._comments)
        self.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{W}">{listed}</w:comments>'.encode()
        )
        override = f'<Override PartName="/word/comments.xml" ContentType="{kind}'
        relation = f'<Relationship Id="rId99" Type="{office}/relationships/comments"'
        self.change(
            "[Content_Types].xml",
            lambda text: text.replace(
                "</Types>", f'{override}.comments+xml"/></Types>'
            ),
        )
        self.change(
            "word/_rels/document.xml.rels",
            lambda text: text.replace(
                "</Relationships>",
                f'{relation} Target="comments.xml"/></Relationships>',
            ),
        )


def run(text: str) -> Any:
    found = etree.Element(w("r"))
    words = etree.SubElement(found, w("t"))
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return found


def changed(kind: str, text: str, author: str) -> Any:
    found = etree.Element(w(kind))
    found.set(w("id"), "9001" if kind == "ins" else "9002")
    found.set(w("author"), author)
    found.set(w("date"), "2026-11-22T10:00:00Z")
    inner = run(text)
    if kind == "del":
        inner[0].tag = w("delText")
    found.append(inner)
    return found


def _no_hint(control: Any) -> None:
    properties = control.find(w("sdtPr"))
    for hint in properties.findall(w("showingPlcHdr")):
        properties.remove(hint)
