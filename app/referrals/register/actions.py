"""The register of one person as a paper; lists of it leave as every list does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.actions import need_right
from app.access.rules import Right
from app.admin.queries import office_card
from app.clients.actions import UNKNOWN_CLIENT
from app.errors import Problem, Refused
from app.referrals.disclosures.queries import lines, name_of
from app.referrals.psp.left import read_left
from app.referrals.register.queries import latest_first
from app.referrals.register.words import basis_words, to_words, what_words, why_words
from resources.text import catalogue

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act


def person_register(act: Act, person_id: UUID, language: str) -> bytes:
    """Answer everything that left about one person, as PDF for the person.

    Raises `Refused` without the right to answer requests about personal data; members of a group
    that told others of the person make it as well.
    """
    from forms.referrals import disclosure_register as paper  # noqa: PLC0415 - brings reportlab

    connection = act.session.connection()
    left = read_left(act, person_id)
    if not left:
        need_right(act, Right.PRIVACY)
    name = name_of(connection, person_id)
    if name is None:
        raise Refused(Problem(UNKNOWN_CLIENT))
    office = office_card(connection)
    say = catalogue(language).gettext
    items = tuple(
        paper.RegisterItem(
            when=row.at.astimezone().replace(tzinfo=None),
            way=say(row.by.label),
            what=what_words(row, say),
            recipient=to_words(row, say),
            purpose=why_words(row, say),
            basis=basis_words(row, say),
            who=row.who,
        )
        for row in latest_first((*lines(connection, person_id), *left))
    )
    facts = paper.DisclosureRegister(
        language=language,
        office=office.values.name if office else "",
        name=name,
        when=act.local_now,
        who=act.who,
        items=items,
    )
    act.touch("privacy", person_id)
    return paper.render(facts)
