"""What the codes say that are drawn on pages, module by module, as paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.pdf.verifying.canvas import Pattern, moved

_MOST = 20  # patterns looked at: each of our pages has one at most
_SIDE, _MARGIN = 600, 60  # pixels


def codes_drawn(patterns: Sequence[Pattern]) -> set[PageCode]:
    """Ours alone; a picture of a code is not looked at, ``match`` reads it on paper."""
    return {
        code
        for pattern in patterns[:_MOST]
        for text in _said(pattern)
        if (code := PageCode.read(text))
    }


def _said(pattern: Pattern) -> Iterator[str]:
    import zxingcpp  # Loaded only where a page has something like a code.
    from PIL import Image, ImageDraw

    paper = Image.new("L", (_SIDE + 2 * _MARGIN, _SIDE + 2 * _MARGIN), "white")
    draw = ImageDraw.Draw(paper)
    for box in _boxes(pattern):
        draw.rectangle(box, fill="black")
    kind = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    yield from (each.text for each in zxingcpp.read_barcodes(paper, kind))


def _boxes(pattern: Pattern) -> Iterable[tuple[int, int, int, int]]:
    """In pixels from above; opposite corners follow each other in a pattern."""
    whole = moved(pattern, (1, 0, 0, 1, 0, 0))
    scale = _SIDE / max(whole.right - whole.left, whole.high - whole.low, 1e-6)
    for one, other in zip(pattern[::2], pattern[1::2], strict=False):
        left, right = _between(one[0] - whole.left, other[0] - whole.left, scale)
        low, high = _between(whole.high - one[1], whole.high - other[1], scale)
        yield left, low, right, high


def _between(one: float, other: float, scale: float) -> tuple[int, int]:
    """First and last pixel; at least one."""
    first, end = sorted((round(one * scale), round(other * scale)))
    return _MARGIN + first, _MARGIN + max(first, end - 1)
