"""Requirements of own fields: defined, filled in, retired, told and erased with the person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.access.rules import Role
from app.codes.rules import Labels
from app.custom.actions import save_field, save_values, switch_field
from app.custom.queries import filled_fields, own_fields
from app.custom.rules import FieldDetails, FieldKind, check_entry
from app.errors import Conflict, Refused
from app.privacy.answering import answer_request
from tests.factories.access import member, restricted
from tests.factories.clients import add_client
from tests.forms.reading import seen as printed

if TYPE_CHECKING:
    from app.office import Office

LUNCH = FieldDetails(Labels("Mittagstisch", "", "Lunch"), FieldKind.CHOICE, ("Tuesday", "never"))


def _defined(office: Office, details: FieldDetails = LUNCH) -> UUID:
    return office.act(save_field, uuid4(), 0, details).value


def test_a_field_is_filled_in_changed_and_emptied(office: Office) -> None:
    person, field = add_client(office), _defined(office)

    def shown() -> tuple[str, int]:
        (one,) = office.ask(filled_fields, person)
        return one.entry, one.version

    assert shown() == ("", 0)
    office.act(save_values, person, {field: "Tuesday"}, {field: 0})
    assert shown() == ("Tuesday", 1)
    with pytest.raises(Conflict):
        office.act(save_values, person, {field: "never"}, {field: 0})
    office.act(save_values, person, {field: "never"}, {field: 1})
    office.act(save_values, person, {field: ""}, {field: 2})
    assert shown() == ("", 0)


@pytest.mark.parametrize(
    ("kind", "entry", "is_right"),
    [
        (FieldKind.NUMBER, "-12.5", True),
        (FieldKind.NUMBER, "twelve", False),
        (FieldKind.NUMBER, "1.2.3", False),
        (FieldKind.DATE, "2026-11-23", True),
        (FieldKind.DATE, "23.11.2026", False),
        (FieldKind.YES_NO, "yes", True),
        (FieldKind.YES_NO, "perhaps", False),
        (FieldKind.CHOICE, "Tuesday", True),
        (FieldKind.CHOICE, "Friday", False),
        (FieldKind.TEXT, "<b>%_\U0001f600", True),
        (FieldKind.TEXT, "a\0b", False),
        (FieldKind.TEXT, "", True),
    ],
)
def test_what_is_filled_in_fits_the_kind(kind: FieldKind, entry: str, is_right: bool) -> None:  # noqa: FBT001 - a parameter of the test
    details = FieldDetails(LUNCH.labels, kind, LUNCH.choices)

    assert (not check_entry(details, entry, "field")) is is_right


def test_a_retired_field_is_shown_where_it_was_filled_in(office: Office) -> None:
    person, other, field = add_client(office), add_client(office), _defined(office)
    office.act(save_values, person, {field: "never"}, {})
    office.act(switch_field, field, 1, is_active=False)

    assert [one.entry for one in office.ask(filled_fields, person)] == ["never"]
    assert office.ask(filled_fields, other) == ()


def test_the_kind_of_a_field_stays_and_new_words_are_offered(office: Office) -> None:
    field = _defined(office)
    more = FieldDetails(Labels(de="Essen"), FieldKind.TEXT, ("Tuesday", "Friday"))

    office.act(save_field, field, 1, more)

    (one,) = office.ask(own_fields)
    assert one.details.kind == FieldKind.CHOICE
    assert one.details.choices == ("Tuesday", "Friday")


@pytest.mark.parametrize(
    ("details", "name"),
    [
        (FieldDetails(), "de"),
        (FieldDetails(Labels(de="x" * 81)), "de"),
        (FieldDetails(LUNCH.labels, "map"), "kind"),
        (FieldDetails(LUNCH.labels, FieldKind.CHOICE, ("one",)), "choices"),
        (FieldDetails(LUNCH.labels, FieldKind.CHOICE, ("one", "one")), "choices"),
    ],
)
def test_what_is_wrong_stands_beside_the_input(
    office: Office, details: FieldDetails, name: str
) -> None:
    with pytest.raises(Refused) as refused:
        _defined(office, details)

    assert [problem.field for problem in refused.value.problems] == [name]


def test_the_answer_to_a_request_names_the_field(office: Office) -> None:
    person, field = add_client(office), _defined(office)
    office.act(save_values, person, {field: "Tuesday"}, {})

    answer = office.act(answer_request, person, "en").value

    said = " ".join(piece.text for piece in printed(answer.pdf))
    assert "Mittagstisch" in said
    assert "Tuesday" in said


def test_nothing_is_told_of_a_restricted_person(office: Office) -> None:
    person, field = add_client(office), _defined(office)
    office.act(save_values, person, {field: "Tuesday"}, {})
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    restricted(office, person)
    office.work_as("Zoe Amt")

    assert [one.entry for one in office.ask(filled_fields, person)] == [""]
    with pytest.raises(Refused):
        office.act(save_values, person, {field: "never"}, {field: 1})
    with pytest.raises(Refused):
        _defined(office)
