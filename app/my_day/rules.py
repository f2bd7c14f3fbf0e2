"""What counts as being forgotten, and how far My day looks ahead."""

from __future__ import annotations

from datetime import date, timedelta

DAYS_AHEAD = 7
"""How many days after today My day looks ahead."""
CONSENT_AHEAD = timedelta(days=30)
"""How long before its end a consent is a deadline: time to ask again, and to write."""
CONSENT_BEHIND = timedelta(days=30)
"""How long after its end My day still shows it; the card of the person shows it for good."""


def forgotten_before(today: date, days: int) -> date:
    """Answer the day before which a last contact is too long ago, for an office's `days`."""
    return today - timedelta(days=days)


def is_without_contact(last_contact: date | None, today: date, days: int) -> bool:
    """Answer whether an active client was not reached in `days`: never, or longer ago.

    This is the one definition: My day, its list, and the hint on the card ask the same.
    """
    return last_contact is None or last_contact < forgotten_before(today, days)
