"""Month arithmetic of the Mechanism's deadlines."""

from datetime import date


def after_months(start: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    year, month0 = divmod(start.year * 12 + start.month - 1 + months, 12)
    from calendar import monthrange  # Late: the window starts without.

    month = month0 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def days_until(due: date, today: date) -> int:
    """Negative once the date has passed."""
    return (due - today).days
