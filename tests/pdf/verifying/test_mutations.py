"""Signed files damaged in three hundred seeded ways, byte by byte and in blocks."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.pdf.verifying.verdict import Reason, verify
from tests.pdf.signing_samples import signed, submission

SEEDS = 300
BATCH = 20
LANDMARKS = re.compile(
    rb"\d+ 0 obj|xref|trailer|/V |/ByteRange|/Contents|/Prev|/Names|/AF|%%EOF|/FT"
)

Mutation = Callable[[bytearray, int, Random], None]


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


MUTATIONS: tuple[Mutation, ...] = (
    _flips_a_bit,
    _sets_a_byte,
    _removes,
    _inserts,
    _doubles,
    _blanks,
    _cuts,
    _appends,
)


def mutated(content: bytes, seed: int) -> bytes:
    """Half of them near a structure, where readers are most easily misled."""
    random, changed = Random(seed), bytearray(content)
    place = random.randrange(len(content))
    if random.random() < 0.5:
        landmark = random.choice([each.start() for each in LANDMARKS.finditer(content)])
        place = min(len(content) - 1, landmark + random.randrange(25))
    random.choice(MUTATIONS)(changed, place, random)
    return bytes(changed)


@cache
def _whole(times: int, folder: Path) -> bytes:
    return signed(folder, times=times).read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutations")


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_no_damage_goes_unseen(tmp_path: Path, folder: Path, first: int) -> None:
    """Or it changed nothing that anybody reads (the signature's own spare bytes)."""
    whole = _whole(1 + first // BATCH % 2, folder)
    path = tmp_path / "mutated.pdf"
    path.write_bytes(whole)
    untouched = verify(path)
    for seed in range(first, first + BATCH):
        path.write_bytes(mutated(whole, seed))
        verdict = verify(path)
        assert not verdict.intact or verdict == untouched, seed
    assert untouched.intact


@given(st.binary(max_size=3000))
def test_any_bytes_get_a_verdict(folder: Path, noise: bytes) -> None:
    path = folder / "noise.pdf"
    path.write_bytes(noise)
    assert verify(path).reason is Reason.UNREADABLE


@given(st.binary(min_size=1, max_size=200), st.integers(0, 10_000))
def test_any_bytes_inside_a_pdf_get_a_verdict(
    folder: Path, noise: bytes, place: int
) -> None:
    content = submission()
    path = folder / "noise.pdf"
    path.write_bytes(content[:place] + noise + content[place + len(noise) :])
    assert not verify(path).intact
