"""JSON, CSV, YAML and catalogues that are too deep, too wide or too many."""

from __future__ import annotations

import struct
from collections.abc import Iterator

HEAD = b'{"questionnaire":"cluster-1","answers":{"untoc.5.1.a.i":{"value":'
MEGABYTE = 1024 * 1024


def answers() -> Iterator[tuple[str, bytes]]:
    deep = 100_000
    yield "deep lists", b"[" * deep + b"]" * deep
    yield "deep objects", b'{"a":' * deep + b"1" + b"}" * deep
    yield "many lists", HEAD + b"[" + b"[]," * 7_000_000 + b"[]]}}}"
    yield "many objects", HEAD + b"[" + b'{"a":1},' * 2_500_000 + b"{}]}}}"
    yield "long number", HEAD + b"9" * (20 * MEGABYTE) + b"}}}"
    yield "vast number", HEAD + b"1e999999999}}}"
    yield "long text", HEAD + b'"' + b"x" * (20 * MEGABYTE) + "😀".encode() + b'"}}}'
    yield "too large", HEAD + b" " * (30 * MEGABYTE)
    unknown = b",".join(b'"u%d":0' % number for number in range(200_000))
    yield "many unknown", b'{"questionnaire":"cluster-1","answers":{' + unknown + b"}}"
    yield "same key twice", b'{"questionnaire":"a","questionnaire":"b","answers":{}}'
    yield "no number", HEAD + b"NaN}}}"


def stakeholders() -> Iterator[tuple[str, bytes]]:
    yield "one long line", b"Institution" + b"," * (33 * MEGABYTE)
    yield "commas", b"Institution" + b"," * (3 * MEGABYTE)
    yield "open quotation", b'Institution\n"' + b"a\n" * MEGABYTE
    yield "many lines", b"Institution\n" + b"\n" * (3 * MEGABYTE)
    yield "long cells", b"Institution\n" + (b"a" * 100_000 + b"\n") * 40
    yield "other alphabet", "Institution".encode("utf-16") + b"\x00"


def forms() -> Iterator[tuple[str, bytes]]:
    many = 5_000_000
    yield "aliases", b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    yield "many entries", b"a: [" + b"x," * 2_000_000 + b"]"
    yield "deep lists", b"[" * many
    yield "deep maps", b"{" * 2_000_000
    yield "deep dashes", b"- " * 2_000_000
    yield "stairs", b"\n".join(b" " * depth + b"a:" for depth in range(2_000))
    yield "open quotation", b"'" * (many - 1)
    yield "anchors", b"&a " * 1_000_000
    yield "too large", b"#" * (many + 1)
    yield "object of Python", b"!!python/object/apply:os.system ['true']"
    yield "merged keys", b"<<: {a: b}\n? [x]\n: y\n"


_HEAD = 'msgid ""\nmsgstr "{}\\n"\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'


def catalogues() -> Iterator[tuple[str, bytes]]:
    """Each a folder's ``ar.po`` or ``ar.mo``, as its name ends."""
    plurals = _HEAD.format("Plural-Forms: nplurals=1000000000; plural=n;")
    yield "plurals.po", plurals.encode()
    deep = "(" * 400 + "n" + ")" * 400
    yield "rule.po", _HEAD.format(f"Plural-Forms: nplurals=2; plural={deep};").encode()
    power = _HEAD.format("Plural-Forms: nplurals=2; plural=9**9**9**9;")
    yield "power.po", power.encode()
    code = _HEAD.format("Plural-Forms: nplurals=2; plural=__import__('os').abort();")
    yield "code.po", code.encode()
    charset = _HEAD.format("Content-Type: text/plain; charset=nonsense")
    yield "charset.po", charset.encode()
    each = 'msgctxt "c{}"\nmsgid "a"\nmsgstr "b"\n\n'
    yield "many.po", "".join(map(each.format, range(100_000))).encode()
    yield "index.po", b'msgid "a"\nmsgid_plural "b"\nmsgstr[999999999999] "c"\n'
    yield "large.po", b"#" * 9_000_000
    head = struct.pack("<7I", 0x950412DE, 0, 0xFFFFFFFF, 28, 28, 0, 0)
    yield "count.mo", head
    places = struct.pack("<4I", 0xFFFFFFF, 28, 10, 28)
    yield "places.mo", struct.pack("<7I", 0x950412DE, 0, 1, 28, 36, 0, 0) + places
    yield "large.mo", head + bytes(9_000_000)
