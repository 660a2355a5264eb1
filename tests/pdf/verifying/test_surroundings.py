"""A cover, a head or a foot that says another thing than the data is told."""

from __future__ import annotations

import pytest

from focalpoint_app.pdf.verifying.expected import Either, Surroundings
from focalpoint_app.pdf.verifying.runs import Shown
from focalpoint_app.pdf.verifying.surroundings import contradictions

STATE = Either("Niger", ("Nigeria", "Chad", "Republic of Moldova"))
DAY = Either("Cleared on 22 November 2026", ("Cleared on 23 November 2026",))
EXPECTED = Surroundings(
    (STATE, DAY), (STATE,), "Page {page} of {pages}", foot="0123456789abcdef"
)


def page(number: str, head: str = "Niger · Answers", body: str = "") -> list[Shown]:
    runs = [(body, 400.0, False), (head, 800.0, True), (number, 40.0, True)]
    shown = [Shown("".join(text.split()), y, is_set) for text, y, is_set in runs]
    return [*shown, Shown("0123456789abcdef", 40.0, decoration=True)]


def cover(*lines: str) -> list[Shown]:
    texts = (("".join(text.split()), 700.0 - n) for n, text in enumerate(lines))
    return [Shown(text, y, decoration=False) for text, y in texts]


COVER = cover("Niger", "Cleared on 22 November", "2026")


def told(*pages: list[Shown]) -> list[str]:
    return list(contradictions(pages, EXPECTED))


def test_what_is_right_is_not_told() -> None:
    assert told(COVER, page("Page 2 of 3"), page("Page 3 of 3")) == []


def test_a_cover_of_other_words_is_let_be() -> None:
    other = cover("The Republic of the Niger", "22/11/2026")
    assert told(other, page("2", head="Answers"), page("3", head="Answers")) == []


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ((cover("Chad", "Cleared on 22 November 2026"),), ["Chad"]),
        ((cover("Niger", "Cleared on 23 November 2026"),), [DAY.instead[0]]),
        ((COVER, page("Page 2 of 2", head="Chad · Answers")), ["Chad"]),
    ],
)
def test_another_state_or_day_is_told(
    pages: tuple[list[Shown], ...], said: list[str]
) -> None:
    assert told(*pages) == said


def test_an_answer_may_name_another_state() -> None:
    assert told(COVER, page("Page 2 of 2", body="Chad")) == []


@pytest.mark.parametrize(
    "numbers",
    [
        ("2 of 3", "3 of 3"),
        ("1 of 2", "2 of 2", "1 of 1"),
    ],
)
def test_pages_count_on_or_anew(numbers: tuple[str, ...]) -> None:
    assert told(COVER, *(page(f"Page {each}") for each in numbers)) == []


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (("2 of 4", "4 of 4"), ["Page4of4"]),
        (("3 of 3", "2 of 3"), ["Page3of3", "Page2of3", "Page2of3"]),
        (("2 of 3", "2 of 3", "3 of 3"), ["Page2of3"]),
        (("2 of 3", "3 of 4"), ["Page3of4", "Page3of4"]),
        (("2 of 3",), ["Page2of3"]),
    ],
)
def test_pages_left_out_put_in_or_exchanged_are_told(
    numbers: tuple[str, ...], said: list[str]
) -> None:
    assert told(COVER, *(page(f"Page {each}") for each in numbers)) == said
