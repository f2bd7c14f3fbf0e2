"""Whoever was advised was reached: the card says so, with or without a record of the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.contact import recount_contact
from app.mobile_advice.booking.rules import State

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act


def follow_contact(act: Act, states: tuple[str, ...], *people: UUID | None) -> None:
    """Count anew when people were reached, where one of the `states` says that they were advised.

    `states` are those of an appointment before and after an act.
    """
    if State.DONE not in states:
        return
    for person_id in set(people):
        if person_id is not None:
            recount_contact(act, person_id)
