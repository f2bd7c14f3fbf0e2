"""One person has roles, further ways to be reached, a status; the office knows whom it may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from app.admin.office_settings import KEEPS_CPR, save_office_setting
from app.areas.queries import clients_in_areas
from app.clients.actions import add_client, save_client
from app.clients.queries import (
    client_card,
    client_hit,
    client_place,
    client_to_edit,
    client_window,
    coming_visits,
    count_clients,
    find_clients,
    further_addresses,
    further_reaches,
    letter_address,
)
from app.clients.queries.windows import _count, _window
from app.clients.rules import ClientFilter, FurtherAddress, Reach, RoleSpan
from app.clients.rules.cpr import CPR_NOT_KEPT, NO_SUCH_BIRTH
from app.clients.rules.details import MOVE_NEEDS_ADDRESS
from app.errors import Refused
from db.people import Person
from db.visiting import Visit
from tests.app.clients.test_queries import plan
from tests.factories import clients
from tests.factories.households import AT_HOME

if TYPE_CHECKING:
    from app.clients.rules import ClientDetails
    from app.office import Act, Office

TODAY = date(2026, 11, 23)


def details_of(office: Office, client_id: UUID) -> tuple[ClientDetails, int]:
    editing = office.ask(client_to_edit, client_id)
    assert editing is not None
    return editing.details, editing.version


def save(office: Office, client_id: UUID, **changes: Any) -> None:  # noqa: ANN401 - any field
    details, version = details_of(office, client_id)
    office.act(save_client, client_id, version, replace(details, **changes))


def listed(office: Office, kind: ClientFilter, today: date = TODAY) -> list[str]:
    hits = office.ask(client_window, 0, 50, kind=kind, today=today)
    assert len(hits) == office.ask(count_clients, kind, today)
    return [hit.name for hit in hits]


def found(office: Office, typed: str, kind: ClientFilter = ClientFilter.ALL) -> list[str]:
    return [hit.name for hit in office.ask(find_clients, typed, kind=kind, today=TODAY)]


def test_a_list_shows_one_role_as_long_as_it_lasts(office: Office) -> None:
    roles = (RoleSpan("client"), RoleSpan("volunteer", None, TODAY))
    both = clients.add_client(office, given_name="Both", roles=roles)
    clients.add_client(office, given_name="Client")
    clients.add_client(office, given_name="Ida", roles=(RoleSpan("contact"),))
    assert listed(office, ClientFilter.CLIENTS) == ["Both Krüger", "Client Krüger"]
    assert listed(office, ClientFilter.VOLUNTEERS) == ["Both Krüger"]
    assert listed(office, ClientFilter.VOLUNTEERS, date(2026, 11, 24)) == []
    assert listed(office, ClientFilter.CONTACTS) == ["Ida Krüger"]
    assert listed(office, ClientFilter.STAFF) == []
    place = office.ask(client_place, both, kind=ClientFilter.VOLUNTEERS, today=TODAY)
    assert place == 0
    assert len(listed(office, ClientFilter.ALL)) == 3


@pytest.mark.parametrize("kind", [ClientFilter.CLIENTS, ClientFilter.VOLUNTEERS])
def test_a_search_keeps_to_a_role(office: Office, kind: ClientFilter) -> None:
    role = str(kind.role)
    clients.add_client(office, given_name="Anna", roles=(RoleSpan(role),))
    ended = (RoleSpan(role, None, date(2026, 1, 1)), RoleSpan("contact"))
    clients.add_client(office, given_name="Anja", roles=ended)
    assert found(office, "an", kind) == ["Anna Krüger"]
    assert len(found(office, "an")) == 2


def test_one_role_ends_and_the_others_stay(office: Office) -> None:
    roles = (RoleSpan("client"), RoleSpan("volunteer", date(2024, 1, 1)))
    client_id = clients.add_client(office, roles=roles)
    ended = RoleSpan("volunteer", date(2024, 1, 1), TODAY)
    save(office, client_id, roles=(roles[0], ended), given_name="Anna")
    card = office.ask(client_card, client_id)
    assert card is not None
    assert card.roles == (roles[0], ended)
    assert listed(office, ClientFilter.CLIENTS) == ["Anna Krüger"]


def test_a_role_that_is_taken_away_is_gone(office: Office) -> None:
    client_id = clients.add_client(office, roles=(RoleSpan("client"), RoleSpan("staff")))
    save(office, client_id, roles=(RoleSpan("client"),))
    assert listed(office, ClientFilter.STAFF) == []


def test_every_list_of_a_role_is_read_from_one_index_alone(office: Office) -> None:
    for language in ("de", "da"):
        steps = office.ask(plan, _window(ClientFilter.CLIENTS, language))
        assert f"COVERING INDEX ix_person_role_role_sort_key_{language}" in steps
    assert "COVERING INDEX ix_person_role_role" in office.ask(plan, _count(ClientFilter.CLIENTS))


def _hide(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).is_restricted = True


def _link(act: Act, person_id: UUID, to: UUID) -> None:
    act.session.get_one(Person, person_id).linked_to = to


def test_a_hidden_person_is_nowhere(office: Office) -> None:
    hidden = clients.add_client(office, lives_alone=True)
    clients.add_client(office, given_name="Anna", lives_alone=True)
    office.act(_hide, hidden)
    for kind in (ClientFilter.ALL, ClientFilter.LIVING_ALONE, ClientFilter.CLIENTS):
        assert listed(office, kind) == ["Anna Krüger"]
        assert found(office, "kru", kind) == ["Anna Krüger"]
    assert office.ask(clients_in_areas) == {None: 1}
    for query in (client_card, client_hit, client_to_edit, client_place):
        assert office.ask(query, hidden) is None
    with pytest.raises(Refused):
        office.act(save_client, hidden, 2, clients.client_details())


def test_the_name_of_a_linked_card_finds_the_one_that_speaks(office: Office) -> None:
    erna = clients.add_client(office, lives_alone=True)
    twin = clients.add_client(office, given_name="Erna", family_name="Schmidt")
    office.act(_link, twin, erna)
    assert listed(office, ClientFilter.ALL) == ["Erna Krüger"]
    for kind in (ClientFilter.ALL, ClientFilter.CLIENTS, ClientFilter.LIVING_ALONE):
        assert found(office, "schmidt", kind) == ["Erna Krüger"]
        assert found(office, "erna", kind) == ["Erna Krüger"]
    assert found(office, "schmidt", ClientFilter.VOLUNTEERS) == []
    assert found(office, "schmidt", ClientFilter.PROTECTED) == []


def test_a_hidden_card_is_not_found_by_the_name_of_another(office: Office) -> None:
    erna = clients.add_client(office)
    twin = clients.add_client(office, family_name="Schmidt")
    office.act(_link, twin, erna)
    office.act(_hide, erna)
    assert found(office, "schmidt") == []


def reach(**fields: Any) -> Reach:  # noqa: ANN401 - any field
    return Reach(uuid4(), **fields)


def test_further_numbers_are_kept_in_their_order(office: Office) -> None:
    rows = (
        reach(label=" Daughter ", value="0211 8998999", note="evenings"),
        reach(kind="email", label="Work", value="ida@example.org"),
        reach(),
    )
    client_id = clients.add_client(office, reaches=rows)
    first, second = office.ask(further_reaches, client_id)
    assert (first.label, first.value, first.note) == ("Daughter", "+49 211 8998999", "evenings")
    assert second.value == "ida@example.org"
    save(office, client_id, reaches=(second,))
    assert office.ask(further_reaches, client_id) == (second,)


def test_a_further_number_without_digits_is_refused_in_its_row(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        clients.add_client(office, reaches=(reach(value="1"), reach(value="none")))
    assert [problem.field for problem in refused.value.problems] == ["reaches.1.value"]


def test_who_moves_keeps_the_former_address(office: Office) -> None:
    client_id = clients.add_client(office, **AT_HOME)
    save(office, client_id, street="Neuer Weg", house_number="2", moved_on=date(2026, 12, 1))
    (former,) = office.ask(further_addresses, client_id)
    assert (former.label, former.street) == ("former", "Ricarda-Huch-Straße")
    assert former.valid_until == date(2026, 11, 30)
    before = office.ask(letter_address, client_id, TODAY)
    after = office.ask(letter_address, client_id, date(2026, 12, 1))
    assert before is not None
    assert after is not None
    assert (before.street, after.street) == ("Ricarda-Huch-Straße", "Neuer Weg")


def test_a_move_needs_another_address(office: Office) -> None:
    client_id = clients.add_client(office, **AT_HOME)
    with pytest.raises(Refused) as refused:
        save(office, client_id, moved_on=TODAY)
    assert [(p.message, p.field) for p in refused.value.problems] == [
        (MOVE_NEEDS_ADDRESS, "moved_on")
    ]


def test_letters_go_to_the_address_that_is_meant_for_them(office: Office) -> None:
    son = FurtherAddress(uuid4(), "letters", street="Weg", city="Ratingen")
    client_id = clients.add_client(office, addresses=(son,), **AT_HOME)
    found_address = office.ask(letter_address, client_id, TODAY)
    assert found_address is not None
    assert found_address.city == "Ratingen"
    assert office.ask(letter_address, uuid4(), TODAY) is None


def test_a_cpr_number_is_kept_only_where_the_office_may(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        clients.add_client(office, cpr="251248-9996")
    assert refused.value.problems[0].message == CPR_NOT_KEPT
    office.act(save_office_setting, KEEPS_CPR, value=True)
    client_id = clients.add_client(office, cpr="251248-9996")
    card = office.ask(client_card, client_id)
    assert card is not None
    assert card.cpr == "2512489996"
    assert details_of(office, client_id)[0].cpr == "251248-9996"
    with pytest.raises(Refused) as refused:
        clients.add_client(office, cpr="999999-9999")
    assert refused.value.problems[0].message == NO_SUCH_BIRTH


def _plan(act: Act, client_id: UUID, *days: int) -> None:
    for day in days:
        start, end = datetime(2026, 12, day, 14), datetime(2026, 12, day, 15)  # noqa: DTZ001 - local
        act.session.add(
            Visit(client_id=client_id, visitor="Per", planned_start=start, planned_end=end,
                  place="home")
        )  # fmt: skip


def test_the_visits_of_who_died_are_cancelled_in_the_same_step(office: Office) -> None:
    client_id = clients.add_client(office)
    office.act(_plan, client_id, 1, 8)
    assert len(office.ask(coming_visits, client_id, TODAY)) == 2
    done = save_done(office, client_id, status="deceased", status_from=TODAY, cancels_visits=True)
    assert done == {"clients", "visiting"}
    assert office.ask(coming_visits, client_id, TODAY) == ()


def save_done(office: Office, client_id: UUID, **changes: Any) -> frozenset[str]:  # noqa: ANN401 - any field
    details, version = details_of(office, client_id)
    return office.act(save_client, client_id, version, replace(details, **changes)).features


def test_a_pause_cancels_the_visits_within_it_only(office: Office) -> None:
    client_id = clients.add_client(office)
    office.act(_plan, client_id, 1, 8)
    pause = {"status": "paused", "status_from": TODAY, "status_until": date(2026, 12, 5)}
    save(office, client_id, **pause)
    assert len(office.ask(coming_visits, client_id, TODAY)) == 2
    save(office, client_id, cancels_visits=True)
    assert [visit.start.day for visit in office.ask(coming_visits, client_id, TODAY)] == [8]


def test_everything_of_a_person_opens_as_it_was_saved(office: Office) -> None:
    details = clients.client_details(
        languages=("tr", "de"), levels=("native", "some"), needs_interpreter=True,
        letter_format="large_18", status="paused", status_from=TODAY, status_note="hospital",
        responsible="Per Holm", roles=(RoleSpan("client", TODAY), RoleSpan("reporter")),
        reaches=(reach(label="Son", value="+49 211 8998999", valid_from=TODAY),),
        addresses=(FurtherAddress(uuid4(), "stay", city="Ratingen", valid_until=TODAY),),
    )  # fmt: skip
    client_id = office.act(add_client, uuid4(), details).value
    assert details_of(office, client_id)[0] == details


def test_responsible_colleagues_are_offered(office: Office) -> None:
    clients.add_client(office, responsible="Per Holm")
    clients.add_client(office, responsible="Anna Beispiel")
    clients.add_client(office, responsible="Per Holm")
    editing = office.ask(client_to_edit, None)
    assert editing is not None
    assert sorted(editing.colleagues) == ["Anna Beispiel", "Per Holm"]
