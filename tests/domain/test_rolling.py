"""Which backups stay: laws that hold for any list of times."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.rolling import DAYS, HOURS, NEWEST, WEEKS, is_due, outdated

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
AGES = st.integers(-100_000, 40_000_000)  # Seconds; up to 460 days.
TIMES = st.sets(AGES.map(lambda age: NOW - timedelta(seconds=age)), max_size=80)


def every(step: timedelta, count: int) -> list[datetime]:
    return [NOW - step * number for number in range(count)]


def test_a_year_of_hours_leaves_today_two_weeks_and_two_months() -> None:
    made = every(timedelta(hours=1), 24 * 365)
    kept = set(made) - outdated(made, NOW)
    assert kept.issuperset(made[:HOURS])
    assert {NOW.date() - timedelta(days=n) for n in range(DAYS)} <= {
        each.date() for each in kept
    }
    assert len({each.isocalendar()[:2] for each in kept}) == WEEKS
    assert len(kept) <= HOURS + DAYS + WEEKS


@given(TIMES)
def test_the_newest_twenty_stay_and_so_do_those_of_the_future(
    made: set[datetime],
) -> None:
    gone = outdated(made, NOW)
    past = sorted((each for each in made if each <= NOW), reverse=True)
    assert not gone & set(past[:NEWEST])
    assert all(each <= NOW for each in gone)


@given(TIMES)
def test_deleting_is_done_at_once(made: set[datetime]) -> None:
    kept = made - outdated(made, NOW)
    assert outdated(kept, NOW) == frozenset()


@given(TIMES, AGES.filter(lambda age: age > 0))
def test_a_backup_made_now_is_never_the_one_to_go(
    made: set[datetime], later: int
) -> None:
    at = NOW + timedelta(seconds=later)
    assert at not in outdated({*made, at}, at)


def test_a_backup_is_due_after_an_hour() -> None:
    assert is_due([], NOW)
    assert not is_due([NOW - timedelta(minutes=59)], NOW)
    assert is_due([NOW - timedelta(minutes=61)], NOW)


def test_a_clock_set_back_does_not_stop_backups() -> None:
    tomorrow = [NOW + timedelta(days=1)]
    assert is_due(tomorrow, NOW)
    assert not is_due([*tomorrow, NOW], NOW)
