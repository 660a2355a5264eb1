from datetime import date

import pytest

from focalpoint_app.domain.calendar import after_months, days_until
from focalpoint_app.domain.review import Review


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 11, 1), 6, date(2026, 5, 1)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 1, 15), 24, date(2027, 1, 15)),
    ],
)
def test_months_clamp_to_the_last_day(start: date, months: int, end: date) -> None:
    assert after_months(start, months) == end


def test_answers_are_due_six_months_after_the_start() -> None:
    review = Review("r", "cluster-1", "1", 1, ("untoc",), ("ar",), date(2025, 11, 1))

    assert review.answers_due == date(2026, 5, 1)
    assert days_until(date(2026, 5, 1), date(2026, 3, 21)) == 41


def test_without_a_start_nothing_is_due() -> None:
    assert Review("r", "cluster-1", "1", 1, (), ("ar",)).answers_due is None
