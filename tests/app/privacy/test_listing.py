"""Requirements of the rehearsal as a file: complete, harmless, logged, behind its rights."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.access.rules import Role
from app.errors import Refused
from app.exchange.writing.rules import ExportFormat
from app.privacy.listing import rehearsal_list
from db.exchange import ExportedPerson, ExportLog
from db.people import PersonRole
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.forms.reading import seen

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act, Office


def _end(act: Act, person_id: UUID) -> None:
    for role in act.session.scalars(select(PersonRole).where(PersonRole.person_id == person_id)):
        role.until = date(2020, 1, 1)


@pytest.fixture
def gone(office: Office) -> UUID:
    """A person with a hostile name whose file is due."""
    gone = add_client(office, given_name="=1+1", family_name="Krüger")
    office.act(_end, gone)
    return gone


def test_the_list_is_written_in_each_language_and_logged(office: Office, gone: UUID) -> None:
    csv = office.act(rehearsal_list, ExportFormat.CSV, "de").value.decode("utf-8-sig")
    pdf = office.act(rehearsal_list, ExportFormat.PDF, "da").value

    assert "Krüger" in csv
    assert ";=1+1" not in csv
    assert not csv.startswith("=")
    assert any("Krüger" in piece.text for piece in seen(pdf))

    def look(connection: Connection) -> tuple[list[str], list[UUID]]:
        forms = connection.scalars(select(ExportLog.form).order_by(ExportLog.form)).all()
        return list(forms), list(connection.scalars(select(ExportedPerson.person_id)))

    assert office.ask(look) == (["csv", "pdf"], [gone, gone])


def test_the_list_needs_the_right_to_delete(office: Office, gone: UUID) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.COORDINATOR)
    office.work_as("Zoe Amt")

    with pytest.raises(Refused, match="does not allow"):
        office.act(rehearsal_list, ExportFormat.CSV, "de")
    del gone
