"""Counting on a busy morning: each stroke is a contact that stands at once, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.codes.queries import own_codes
from app.errors import Refused
from app.mobile_advice.advice.actions import halt_on
from app.mobile_advice.advice.figures import age_bands
from app.mobile_advice.advice.rules import TOPICS, ContactSource, check_mark
from app.mobile_advice.advice.statements import is_seen
from db.advice import AdviceContact

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.advice.rules import TallyMark
    from app.office import Act


def count_advice(act: Act, contact_id: UUID, mark: TallyMark) -> UUID:
    """Count one more under an id made before; a second time changes nothing. Answer its id.

    Raises `Refused` for what is not offered.
    """
    if act.session.get(AdviceContact, contact_id) is not None:
        return contact_id
    bands = [band.code for band in age_bands()]
    own = own_codes(act.session.connection(), TOPICS.name)
    if problems := check_mark(mark, bands, own):
        raise Refused(*problems)
    day = act.local_now.date()
    row = AdviceContact(
        id=contact_id,
        day=day,
        at=act.now,
        kind=str(mark.kind),
        topics=mark.topic,
        age_band=mark.age_band,
        area_id=mark.area_id,
        stop_id=mark.stop_id,
        tour_halt_id=mark.tour_halt_id or halt_on(act, mark.stop_id, day),
        present=1,
        who=act.who,
        source=ContactSource.TALLY.value,
    )
    act.session.add(row)
    act.touch("advice", contact_id)
    return contact_id


def uncount_advice(act: Act, contact_id: UUID) -> UUID:
    """Take one stroke back; one that is gone already stays gone. Answer its id.

    Only what was counted, by whoever counted it: a contact that was recorded is not a stroke.
    """
    row = act.session.scalar(
        select(AdviceContact).where(
            AdviceContact.id == contact_id,
            AdviceContact.who == act.who,
            AdviceContact.source == ContactSource.TALLY.value,
            is_seen(),
        )
    )
    if row is not None:
        act.session.delete(row)
        act.touch("advice", contact_id)
    return contact_id
