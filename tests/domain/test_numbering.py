"""Each letter of a round bears the number that the office's register gives it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.numbering import Numbering, numbers


@pytest.mark.parametrize(
    ("first", "numbering", "expected"),
    [
        ("118", Numbering.SAME, ("118", "118", "118")),
        ("118", Numbering.PARTS, ("118/1", "118/2", "118/3")),
        ("118", Numbering.RUN, ("118", "119", "120")),
        ("98/ص/2026", Numbering.RUN, ("98/ص/2026", "99/ص/2026", "100/ص/2026")),
        ("2026/118", Numbering.RUN, ("2026/118", "2026/119", "2026/120")),
        ("1447/9", Numbering.RUN, ("1447/9", "1447/10", "1447/11")),
        ("2026", Numbering.RUN, ("2026", "2027", "2028")),
        ("م-007", Numbering.RUN, ("م-007", "م-008", "م-009")),
        ("١٩/ص", Numbering.RUN, ("١٩/ص", "٢٠/ص", "٢١/ص")),
        ("٧", Numbering.PARTS, ("٧/١", "٧/٢", "٧/٣")),
        ("بلا", Numbering.RUN, ("بلا/1", "بلا/2", "بلا/3")),
        ("", Numbering.RUN, ("", "", "")),
    ],
)
def test_letters_are_numbered_as_offices_do(
    first: str, numbering: Numbering, expected: tuple[str, ...]
) -> None:
    assert numbers(first, 3, numbering) == expected


def test_figures_of_any_length_are_counted_up() -> None:
    assert numbers("9" * 5_000, 2, Numbering.RUN)[1] == "1" + "0" * 5_000
    assert numbers("٩" * 5_000, 2, Numbering.RUN)[1] == "١" + "٠" * 5_000
    assert numbers("7" * 5_000, 2, Numbering.PARTS)[1] == "7" * 5_000 + "/2"


def test_figures_of_two_scripts_are_counted_as_one_number() -> None:
    assert numbers("1٩", 3, Numbering.RUN) == ("1٩", "20", "21")


@given(st.text(max_size=12), st.integers(0, 40))
def test_no_two_letters_share_a_number_of_their_own(first: str, count: int) -> None:
    for numbering in (Numbering.PARTS, Numbering.RUN):
        found = numbers(first, count, numbering)
        assert len(found) == count
        assert not first or len(set(found)) == count
