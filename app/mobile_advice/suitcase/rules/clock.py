"""Whether a suitcase still opens, also where somebody set the clock of the computer back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from datetime import date, datetime


def is_over(expires_at: datetime, now: datetime, seen_at: datetime) -> bool:
    """Answer whether a suitcase has expired; a moment at which it was used counts as well."""
    return max(now, seen_at) >= expires_at


def last_day(expires_at: datetime) -> date:
    """Answer the last local day on which a suitcase opens, of the instant at which it ends."""
    return (expires_at.astimezone() - timedelta(seconds=1)).date()


def is_clock_back(now: datetime, seen_at: datetime, minutes: int) -> bool:
    """Answer whether the clock shows a time that was over when the suitcase was last used.

    `minutes` is by how much the clocks of two computers may differ.
    """
    return now < seen_at - timedelta(minutes=minutes)


CLOCK_BACK = N_("The clock of this computer is wrong: the suitcase was used later than it shows.")
CLOCK_BACK_REMEDY = N_("Set date and time, then open the suitcase again.")
EXPIRED = N_("This suitcase has expired. It cannot be opened for work any more.")
EXPIRED_REMEDY = N_(
    "Return it in the office: what was recorded in it is not lost. Or wipe it, if it was returned."
)
