"""Which choices an office has, what is usual, and what is allowed."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import N_, Problem

OUT_OF_RANGE = N_("Please enter a number from {least} to {most}.")


@dataclass(frozen=True, slots=True)
class NumberSetting:
    """A whole number that an office chooses, with its bounds."""

    name: str
    usual: int
    least: int
    most: int


NO_CONTACT_DAYS = NumberSetting("no_contact_days", 28, 7, 365)
"""After how many days without reaching somebody the office asks: has she been forgotten?"""

VISITED_MONTHS = NumberSetting("visited_months", 12, 1, 36)
"""For how many months after the last visit a volunteer still sees the person in a shared office.

Nothing in law names a number: data may be seen while the task needs it (Article 5(1)(c) and
25(2) GDPR, as of 25 May 2018). A year covers a pause for illness; each office may choose less.
"""


def check_number(setting: NumberSetting, value: int | None) -> tuple[Problem, ...]:
    """Answer what is wrong with a number, naming the setting as the field."""
    if value is not None and setting.least <= value <= setting.most:
        return ()
    bounds = {"least": setting.least, "most": setting.most}
    return (Problem(OUT_OF_RANGE, setting.name, bounds),)
