"""Signed three-page files altered by hand and by program, one seed, one alteration."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from focalpoint_app.pdf.verifying.embedding import ANSWERS_NAME
from tests.pdf.signing.places import prepare_fields
from tests.pdf.signing_samples import (
    ANSWERS,
    DIGEST,
    PLACES,
    printed,
    signed,
    with_answers,
    written,
)
from tests.pdf.verifying.edits import EDITS, OTHER_ANSWERS

LANDMARKS = re.compile(
    rb"\d+ 0 obj|xref|trailer|/V |/ByteRange|/Contents|/Prev|/Names|/AF|%%EOF|/FT"
)
SEAL = re.compile(rb"/Contents <[0-9A-Fa-f]*>")
Damage = Callable[[bytearray, int, Random], None]


@cache
def three_pages(times: int) -> bytes:
    """Signed once or twice, with the answers inside and the digest on each page."""
    pages = with_answers(printed(DIGEST, DIGEST[:16], pages=3), ANSWERS)
    with TemporaryDirectory() as folder:
        source = prepare_fields(pages, PLACES)
        return signed(Path(folder), times=times, source=source).read_bytes()


@lru_cache(maxsize=1)
def mutant(seed: int) -> tuple[int, bytes]:
    """How often the original was signed, and what became of it."""
    times = 1 + seed % 2
    return times, _MUTATIONS[seed // 2 % len(_MUTATIONS)](three_pages(times), seed)


@cache
def is_another(seed: int) -> bool:
    """Whether the mutant is not the file that was signed."""
    times, content = mutant(seed)
    return meant(content) != meant(three_pages(times))


def meant(content: bytes) -> bytes:
    """Equal where only a digit of a signature changed its case: 0A is 0a."""
    return SEAL.sub(lambda seal: seal[0].lower(), content)


def _flips_a_bit(content: bytearray, place: int, random: Random) -> None:
    content[place] ^= 1 << random.randrange(8)


def _sets_a_byte(content: bytearray, place: int, random: Random) -> None:
    content[place] = random.randrange(256)


def _removes(content: bytearray, place: int, random: Random) -> None:
    del content[place : place + random.randrange(1, 60)]


def _inserts(content: bytearray, place: int, random: Random) -> None:
    content[place:place] = random.randbytes(random.randrange(1, 60))


def _doubles(content: bytearray, place: int, random: Random) -> None:
    content[place:place] = content[place : place + random.randrange(1, 60)]


def _blanks(content: bytearray, place: int, random: Random) -> None:
    end = min(len(content), place + random.randrange(1, 60))
    content[place:end] = b"0" * (end - place)


def _cuts(content: bytearray, place: int, random: Random) -> None:
    del content[place:]


def _appends(content: bytearray, place: int, random: Random) -> None:
    tail = (b"\n", b"%%EOF\n", random.randbytes(30), bytes(content[-place // 9 :]))
    content += random.choice(tail)


_DAMAGES: tuple[Damage, ...] = (
    _flips_a_bit,
    _sets_a_byte,
    _removes,
    _inserts,
    _doubles,
    _blanks,
    _cuts,
    _appends,
)


@lru_cache(maxsize=2)
def _landmarks(content: bytes) -> list[int]:
    return [each.start() for each in LANDMARKS.finditer(content)]


def damaged(content: bytes, seed: int) -> bytes:
    """Half of them near a structure, where readers are most easily misled."""
    random, changed = Random(seed), bytearray(content)
    place = random.randrange(len(content))
    if random.random() < 0.5:
        landmark = random.choice(_landmarks(content))
        place = min(len(content) - 1, landmark + random.randrange(25))
    random.choice(_DAMAGES)(changed, place, random)
    return bytes(changed)


def revised(content: bytes, seed: int) -> bytes:
    random = Random(seed)
    writer = IncrementalPdfFileWriter(BytesIO(content))
    random.choice(EDITS)(writer, random)
    return written(writer)


def rewritten(content: bytes, seed: int) -> bytes:
    """As any editor saves: the signatures' objects are there, their bytes moved."""
    random = Random(seed)
    stream = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        match random.randrange(4):
            case 0:
                del pdf.pages[random.randrange(3)]
            case 1:
                pdf.pages.append(pdf.pages[random.randrange(3)])
            case 2:
                pdf.attachments[ANSWERS_NAME] = OTHER_ANSWERS
            case _:
                pdf.Root.AcroForm.Fields[0].V = pikepdf.Dictionary(
                    Type=pikepdf.Name.Sig
                )
        pdf.save(stream, linearize=random.random() < 0.5)
    return stream.getvalue()


_MUTATIONS = (damaged, revised, damaged, revised, rewritten)
