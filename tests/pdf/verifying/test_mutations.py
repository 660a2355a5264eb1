"""Signed files altered in three hundred seeded ways, and ten thousand in the soak."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.pdf.verifying.verdict import Reason, Verdict, verify
from tests.pdf.signing_samples import submission
from tests.pdf.verifying.mutants import is_another, mutant, three_pages
from tests.soaked import soaked

SEEDS, BATCH = 300, 20
SOAKED = soaked(10_000, 500)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutations")


def judged(folder: Path, content: bytes) -> Verdict:
    path = folder / "mutant.pdf"
    path.write_bytes(content)
    return verify(path)


@pytest.mark.parametrize("times", [1, 2])
def test_the_untouched_is_intact(tmp_path: Path, times: int) -> None:
    verdict = judged(tmp_path, three_pages(times))
    assert verdict.intact
    assert len(verdict.signatures) == times


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_no_change_goes_unseen(tmp_path: Path, first: int) -> None:
    assert unseen(tmp_path, range(first, first + BATCH)) == []


@pytest.mark.slow
@pytest.mark.parametrize("first", range(SEEDS, SEEDS + SOAKED, 500))
def test_no_change_goes_unseen_in_the_long_run(tmp_path: Path, first: int) -> None:
    assert unseen(tmp_path, range(first, first + 500)) == []


def unseen(folder: Path, seeds: range) -> list[int]:
    """Seeds whose file is called intact, though it is not the one that was signed."""
    found = []
    for seed in seeds:
        _, content = mutant(seed)
        if is_another(seed) and judged(folder, content).intact:
            found.append(seed)
    return found


def test_hardly_a_mutant_is_what_it_was_made_of() -> None:
    """A byte may be replaced by itself; whoever counts mutants counts changes."""
    assert sum(map(is_another, range(SEEDS))) >= SEEDS - 3


@given(st.binary(max_size=3000))
def test_any_bytes_get_a_verdict(folder: Path, noise: bytes) -> None:
    assert judged(folder, noise).reason is Reason.UNREADABLE


@given(st.binary(min_size=1, max_size=200), st.integers(0, 10_000))
def test_any_bytes_inside_a_pdf_get_a_verdict(
    folder: Path, noise: bytes, place: int
) -> None:
    content = submission()
    changed = content[:place] + noise + content[place + len(noise) :]
    assert not judged(folder, changed).intact
