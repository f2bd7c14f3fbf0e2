"""Keeping names out of what all agencies at a table get: people stand there by reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.errors import Refused
from app.referrals.psp.law import law_of
from app.referrals.psp.rules import Named, check_names
from db.people import Person
from db.psp import PspCase, PspMeeting
from db.psp_access import is_open_to_me

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from app.office import Act

_NAMED = (
    select(PspCase.number, Person.given_name, Person.family_name)
    .join(Person, Person.id == PspCase.person_id)
    .join(PspMeeting, PspMeeting.group_id == PspCase.group_id)
    .where(PspMeeting.id == bindparam("meeting_id"), is_open_to_me(PspCase.group_id))
)


def need_no_names(act: Act, meeting_id: UUID, texts: Mapping[str, str]) -> None:
    """Go on only with texts, by their fields, that name nobody whom the group confers on."""
    if not any(text.strip() for text in texts.values()):
        return
    connection = act.session.connection()
    people = [Named(*row) for row in connection.execute(_NAMED, {"meeting_id": meeting_id})]
    law = law_of(connection, act.local_now.date()).necessity
    if problems := check_names(texts, people, law):
        raise Refused(*problems)
