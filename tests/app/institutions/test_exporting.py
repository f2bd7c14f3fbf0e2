"""Requirements of institutions on their way out of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.institutions.queries.exporting import institutions_to_export
from tests.factories.institutions import add_contact, add_institution

if TYPE_CHECKING:
    from app.office import Office


def test_every_institution_leaves_with_those_who_can_be_spoken_to(office: Office) -> None:
    first = add_institution(office, name="Åbo", email="post@example.org")
    add_institution(office, name="Zentrum")
    add_contact(office, first)

    aabo, zentrum = institutions = office.ask(institutions_to_export, language="de")

    assert len(institutions) == 2
    assert aabo.row.email == "post@example.org"
    assert [(one.name, one.function) for one in aabo.contacts] == [("Lars Holm", "Varmemester")]
    assert zentrum.contacts == ()


def test_what_is_typed_narrows_what_leaves(office: Office) -> None:
    add_institution(office, name="Åbo")
    add_institution(office, name="Zentrum")

    assert [one.row.name for one in office.ask(institutions_to_export, "zen")] == ["Zentrum"]
