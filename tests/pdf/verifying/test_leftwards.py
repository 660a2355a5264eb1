"""Numbers drawn from their last digit are compared as the eye reads them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from focalpoint_app.pdf.verifying.canvas import Area, Canvas
from focalpoint_app.pdf.verifying.fonts import Decoder
from focalpoint_app.pdf.verifying.leftwards import leftwards
from focalpoint_app.pdf.verifying.operators import (
    Begins,
    Meaning,
    Moves,
    Operator,
    Shows,
)
from focalpoint_app.pdf.verifying.shown import shown
from tests.pdf.verifying.test_agreement_on_pages import compared

DECODE = Decoder(
    {b"\0\1": "١", b"\0\5": "٥", b"\0\7": "/", b"\0\3": "ن", b"\0\0": "\u200e"},
    {b"\0\1": 450.0, b"\0\5": 440.0, b"\0\7": 300.0, b"\0\3": 500.0, b"\0\0": 0.0},
    500.0,
    2,
)
MARK, ONE, FIVE = (DECODE, b"\0\0"), (DECODE, b"\0\1"), (DECODE, b"\0\5")
NOON = (DECODE, b"\0\3")


@given(st.text("٠١٢٣٤٥٦٧٨٩", min_size=2, max_size=8), st.sampled_from(["/", "٫", ""]))
@settings(max_examples=15, deadline=None)
def test_a_number_agrees_with_itself_and_not_with_its_mirror(
    digits: str, between: str
) -> None:
    number = digits[:1] + between + digits[1:]
    text, mirrored = f"بلغ العدد {number} شخصا", f"بلغ العدد {number[::-1]} شخصا"

    assert compared(text, text, "ar").differences == ()
    assert compared(text, mirrored, "ar").agrees is (number == number[::-1])


def test_digits_side_by_side_are_read_from_the_left() -> None:
    steps = [(1, 435.0), (2, 890.0), (3, 450.0)]

    assert leftwards([MARK, FIVE, ONE], steps) == ["١", "٥"]


def test_digits_apart_or_upon_each_other_are_no_number() -> None:
    for step in (0.0, 440.0, 800.0, 950.0, -890.0):
        assert leftwards([MARK, FIVE, ONE], [(1, 435.0), (2, step)]) == []


def test_letters_and_marks_between_digits_are_no_number() -> None:
    assert leftwards([NOON, ONE], [(0, 500.0), (1, 950.0)]) == []
    assert leftwards([FIVE, MARK, ONE], [(0, 440.0), (2, 890.0)]) == []
    assert leftwards([MARK], [(0, 900.0)]) == []


def test_marks_far_from_their_number_do_not_count_as_its_own() -> None:
    assert leftwards([MARK, FIVE, ONE], [(0, 900.0), (1, 435.0), (2, 890.0)]) == []


BEGIN = Begins((0.0, 0.0, 0.0), "F", (10.0,), (1.0, 0.0, 0.0, 1.0, 100.0, 700.0))
FIFTEEN = (BEGIN, Moves(440.0), Shows(b"\0\5"), Moves(890.0), Shows(b"\0\1"))


def runs(*meanings: Meaning) -> list[tuple[str, Area | None]]:
    canvas = Canvas(Area(0.0, 0.0, 600.0, 800.0))
    found = shown(meanings, {"/F": DECODE}, canvas, lambda *_: iter(()))
    return [(run.said, run.stand and run.stand.area()) for run in found]


def test_a_number_stands_to_the_left_of_where_it_is_begun() -> None:
    ((said, area),) = runs(*FIFTEEN)

    assert said == "١٥"
    assert area is not None
    assert (round(area.left, 1), round(area.right, 1)) == (91.1, 100.0)


def test_what_is_drawn_on_after_a_number_is_at_nobody_knows_which_place() -> None:
    number, after = runs(*FIFTEEN, Operator("Tr", (0.0,)), Shows(b"\0\3"))

    assert number[1] is not None
    assert after == ("ن", None)
