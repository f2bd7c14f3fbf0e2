"""Requests are listed, none is forgotten, and figures add up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from app.intake.actions import decide_request
from app.intake.queries import (
    RequestList,
    count_requests,
    list_requests,
    request_card,
    request_figures,
    request_to_edit,
    requests_of_person,
)
from db.people import Person
from tests.factories.clients import add_client
from tests.factories.intake import ASKED, decision, put_on_waiting_list, take_request

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office

TODAY = date(2026, 11, 23)


def _restrict(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).is_restricted = True


def _link(act: Act, person_id: UUID, spokesman: UUID) -> None:
    act.session.get_one(Person, person_id).linked_to = spokesman


def names(office: Office, which: RequestList, service: str = "") -> list[str]:
    return [row.family_name for row in office.ask(list_requests, which, service)]


def test_who_waits_longest_stands_first(office: Office) -> None:
    for name, day in (("Later", 10), ("First", 3), ("Middle", 5)):
        one = take_request(office, add_client(office, family_name=name))
        put_on_waiting_list(office, one, date(2026, 11, day))
    assert names(office, RequestList.WAITING) == ["First", "Middle", "Later"]
    assert names(office, RequestList.OPEN) == []
    first = office.ask(list_requests, RequestList.WAITING)[0]
    assert (first.since, first.waiting_reason) == (
        date(2026, 11, 3), "A visitor who speaks Turkish",
    )  # fmt: skip


def test_lists_are_narrowed_by_service_and_counted(office: Office) -> None:
    take_request(office, add_client(office, family_name="Visit"), answers={"pets": "A cat"})
    take_request(office, add_client(office, family_name="Bus"), service="mobile_advice")
    ended = take_request(office, add_client(office, family_name="Gone"))
    office.act(decide_request, ended, 1, decision("withdrawn", reason="moved"))
    assert names(office, RequestList.OPEN, "visiting") == ["Visit"]
    assert names(office, RequestList.DECIDED) == ["Gone"]
    assert office.ask(count_requests) == (2, 0)
    assert office.ask(list_requests, RequestList.OPEN, "visiting")[0].answered == 1


def test_a_person_has_all_requests_on_whichever_card(office: Office) -> None:
    erna, twin = add_client(office), add_client(office)
    take_request(office, erna)
    take_request(office, erna, service="other", requested_on=TODAY)
    office.act(_link, erna, twin)
    for one in (erna, twin):
        found = office.ask(requests_of_person, one)
        assert [row.service for row in found] == ["other", "visiting"]


def test_restricted_people_are_in_no_list_no_count_and_no_figure(office: Office) -> None:
    erna = add_client(office)
    take_request(office, erna)
    waiting = take_request(office, erna)
    put_on_waiting_list(office, waiting, TODAY)
    office.act(_restrict, erna)
    assert names(office, RequestList.OPEN) == names(office, RequestList.WAITING) == []
    assert office.ask(count_requests) == (0, 0)
    assert office.ask(request_figures, ASKED, TODAY) == ()
    assert office.ask(requests_of_person, erna) == ()
    assert office.ask(request_card, waiting) is None
    assert office.ask(request_to_edit, None, TODAY, person_id=erna) is None


def test_somebody_who_asked_and_is_restricted_is_not_named(office: Office) -> None:
    erna, otto = add_client(office), add_client(office, given_name="Otto")
    one = take_request(office, erna, source="family", source_person_id=otto)
    card = office.ask(request_card, one)
    assert card is not None
    assert card.source_name == "Otto Krüger"
    office.act(_restrict, otto)
    card = office.ask(request_card, one)
    assert card is not None
    assert card.source_name == ""


def test_figures_count_every_request_of_the_time_once(office: Office) -> None:
    erna = add_client(office)
    for stage, reason in (("accepted", ""), ("declined", "no_capacity"), ("unsuitable", "moved")):
        one = take_request(office, erna, source="family")
        if reason != "moved":
            office.act(decide_request, one, 1, decision(stage, reason=reason))
    take_request(office, erna, requested_on=date(2025, 12, 31))
    found = office.ask(request_figures, date(2026, 1, 1), TODAY)
    assert [(row.source, row.stage, row.requests) for row in found] == [
        ("family", "accepted", 1),
        ("family", "declined", 1),
        ("family", "open", 1),
    ]


def test_forms_open_with_what_is_kept_or_new_for_somebody(office: Office) -> None:
    erna = add_client(office)
    one = take_request(office, erna, own_consent=None, answers={"pets": "A cat"})
    known = office.ask(request_to_edit, one, TODAY)
    assert known is not None
    assert (known.name, known.version, dict(known.details.answers)) == (
        "Erna Krüger", 1, {"pets": "A cat"},
    )  # fmt: skip
    assert known.details.consent_how == "spoken"
    new = office.ask(request_to_edit, None, TODAY, person_id=erna)
    assert new is not None
    assert (new.name, new.details.requested_on, new.request_id) == ("Erna Krüger", TODAY, None)
    empty = office.ask(request_to_edit, None, TODAY)
    assert empty is not None
    assert (empty.name, empty.details.person_id) == ("", None)
    assert office.ask(request_to_edit, uuid4(), TODAY) is None
