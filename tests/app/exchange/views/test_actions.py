"""Saving, sharing, renaming and deleting views; only one's own can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Conflict, Refused
from app.exchange.views.actions import (
    delete_view,
    remember_view,
    rename_view,
    save_view,
    share_view,
)
from app.exchange.views.queries import last_view, saved_views
from app.exchange.views.rules import NOT_YOURS, TAKEN, View

if TYPE_CHECKING:
    from app.exchange.views.rules import SavedViewRow
    from app.office import Office

PHONES = View(("name", "phone"), (("role", "volunteer"),), "name")
AGES = View(("name", "age"))


def _views(office: Office, list_name: str = "clients") -> dict[str, SavedViewRow]:
    return {row.title: row for row in office.ask(saved_views, list_name)}


def test_a_view_is_kept_under_its_name(office: Office) -> None:
    office.act(save_view, "clients", " Phones ", PHONES)

    row = _views(office)["Phones"]
    assert (row.view, row.who, row.is_mine, row.is_shared) == (
        PHONES, "Anna Beispiel", True, False,
    )  # fmt: skip
    assert _views(office, "visiting") == {}


def test_saving_again_replaces_it(office: Office) -> None:
    first = office.act(save_view, "clients", "Phones", PHONES).value

    assert office.act(save_view, "clients", "Phones", AGES).value == first
    assert _views(office)["Phones"].view == AGES


@pytest.mark.parametrize("title", ["", "x" * 61])
def test_a_view_without_a_sensible_name_is_refused(office: Office, title: str) -> None:
    with pytest.raises(Refused):
        office.act(save_view, "clients", title, PHONES)


def test_views_of_others_are_seen_only_when_shared(office: Office) -> None:
    view_id = office.act(save_view, "clients", "Phones", PHONES).value
    office.work_as("Karl")
    assert _views(office) == {}

    office.work_as("Anna Beispiel")
    office.act(share_view, view_id, 1, is_shared=True)
    office.work_as("Karl")

    row = _views(office)["Phones"]
    assert (row.is_mine, row.is_shared, row.who) == (False, True, "Anna Beispiel")


def test_views_of_others_cannot_be_changed(office: Office) -> None:
    view_id = office.act(save_view, "clients", "Phones", PHONES, is_shared=True).value
    office.work_as("Karl")

    with pytest.raises(Refused) as refused:
        office.act(rename_view, view_id, "Mine", 1)
    assert refused.value.problems[0].message == NOT_YOURS
    with pytest.raises(Refused):
        office.act(delete_view, view_id, 1)
    with pytest.raises(Refused):
        office.act(share_view, view_id, 1, is_shared=False)


def test_two_people_may_use_one_name(office: Office) -> None:
    office.act(save_view, "clients", "Phones", PHONES, is_shared=True)
    office.work_as("Karl")
    office.act(save_view, "clients", "Phones", AGES)

    assert [row.is_mine for row in office.ask(saved_views, "clients")] == [False, True]


def test_a_view_can_be_renamed_and_deleted(office: Office) -> None:
    view_id = office.act(save_view, "clients", "Phones", PHONES).value
    office.act(rename_view, view_id, "Calls", 1)
    assert list(_views(office)) == ["Calls"]

    office.act(delete_view, view_id, _views(office)["Calls"].version)
    assert _views(office) == {}


def test_a_name_is_used_once(office: Office) -> None:
    view_id = office.act(save_view, "clients", "Phones", PHONES).value
    office.act(save_view, "clients", "Ages", AGES)

    with pytest.raises(Refused) as refused:
        office.act(rename_view, view_id, "Ages", 1)

    assert refused.value.problems[0].message == TAKEN
    office.act(rename_view, view_id, "Phones", 1)


def test_a_view_that_changed_meanwhile_is_not_overwritten(office: Office) -> None:
    view_id = office.act(save_view, "clients", "Phones", PHONES).value

    with pytest.raises(Conflict):
        office.act(rename_view, view_id, "Calls", 7)
    with pytest.raises(Conflict):
        office.act(delete_view, uuid4(), 1)


def test_how_a_list_was_left_is_remembered_for_each_person(office: Office) -> None:
    assert office.ask(last_view, "clients") == View()
    assert office.act(remember_view, "clients", PHONES).features == frozenset()
    office.act(remember_view, "clients", AGES)

    assert office.ask(last_view, "clients") == AGES
    assert _views(office) == {}
    office.work_as("Karl")
    assert office.ask(last_view, "clients") == View()
