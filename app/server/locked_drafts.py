"""Drafts on this computer that wait behind an earlier password, which somebody else has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused
from app.server.shared_office import SharedOffice

if TYPE_CHECKING:
    from app.office import Office

NOT_OPENED = N_("This password opens none of the drafts.")


def locked_drafts(office: Office) -> int:
    """Answer how many drafts wait; none in an office of this computer."""
    box = office.box if isinstance(office, SharedOffice) else None
    return box.locked() if box is not None else 0


def unlock_drafts(office: Office, password: str) -> int:
    """Bring drafts back that an earlier password opens, and to the server; answer how many.

    Raises `Refused` when it opens none, `Unavailable` when the disk or the server says no.
    """
    if not isinstance(office, SharedOffice) or office.box is None:
        return 0
    if not (count := office.box.unlock(password)):
        raise Refused(Problem(NOT_OPENED, "password"))
    office.catch_up()
    return count


def throw_locked_drafts_away(office: Office) -> int:
    """Delete the drafts that wait; answer how many."""
    box = office.box if isinstance(office, SharedOffice) else None
    return box.throw_locked_away() if box is not None else 0
