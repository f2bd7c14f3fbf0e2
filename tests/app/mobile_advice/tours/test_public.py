"""What the public is told follows the days as they are, and keeps the crew to itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
import vobject

from app.errors import Refused
from app.mobile_advice.tours.cancelling import Cancelling, cancel_day
from app.mobile_advice.tours.day_actions import confirm_day, move_day
from app.mobile_advice.tours.public.leaving import public_file
from app.mobile_advice.tours.rules.public import PublicForm, PublicWish
from tests.factories.tours import at, days, mate, stop, tour
from tests.forms.reading import seen

if TYPE_CHECKING:
    from app.office import Office

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def wish(form: PublicForm = PublicForm.CALENDAR, **values: object) -> PublicWish:
    """Answer a wish for the two weeks after the day of all tests, in German."""
    known: dict[str, object] = {
        "first": date(2026, 11, 23), "last": date(2026, 12, 6), "languages": ("de",),
    }  # fmt: skip
    return PublicWish(form, **(known | values))  # type: ignore[arg-type]  # as the caller says


def test_the_feed_keeps_the_key_of_a_stop_and_says_when_it_is_cancelled(office: Office) -> None:
    tour(office, at(stop(office, meeting_point="vor der Bücherei")), crew=(mate("Karin Vogt"),))
    before = vobject.readOne(office.ask(public_file, wish(), NOW).decode())
    row = days(office)[0]
    office.act(
        cancel_day, row.id, row.version, Cancelling("Werkstatt", title="Absage", others="Absage")
    )
    after = vobject.readOne(office.ask(public_file, wish(), NOW).decode())
    keys = [event.uid.value for event in before.vevent_list]
    assert keys == [event.uid.value for event in after.vevent_list]
    assert [event.status.value for event in after.vevent_list] == ["CANCELLED", "TENTATIVE"]
    first = after.vevent_list[0]
    assert first.location.value.startswith("vor der Bücherei")
    assert first.dtstart.value == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    assert "Vogt" not in after.serialize()
    assert after.x_wr_calname.value == "Wir kommen in Ihre Nähe"


def test_an_entry_says_how_one_comes_in_and_which_day_it_stands_for(office: Office) -> None:
    tour(office, at(stop(office, access="ramp", bad_weather="Foyer, links")))
    row = days(office)[0]
    office.act(move_day, row.id, row.version, date(2026, 11, 25))
    (first, second) = vobject.readOne(office.ask(public_file, wish(), NOW).decode()).vevent_list
    always = "mit Rampe · Bei schlechtem Wetter: Foyer, links"
    assert first.description.value == f"statt 24. November 2026 · noch nicht bestätigt · {always}"
    assert second.description.value == f"noch nicht bestätigt · {always}"


def test_a_day_is_sure_when_it_is_confirmed(office: Office) -> None:
    tour(office)
    row = days(office)[0]
    office.act(confirm_day, row.id, row.version)
    (first, second) = vobject.readOne(office.ask(public_file, wish(), NOW).decode()).vevent_list
    assert [first.status.value, second.status.value] == ["CONFIRMED", "TENTATIVE"]
    assert not hasattr(first, "description")
    page = office.ask(public_file, wish(PublicForm.WEB_PAGE), NOW).decode()
    assert page.count("noch nicht bestätigt") == 1
    assert page.index("24. November") < page.index("noch nicht") > page.index("1. Dezember")
    for form in (PublicForm.POSTER, PublicForm.FLYER):
        text = " ".join(one.text for one in seen(office.ask(public_file, wish(form), NOW)))
        assert "Di. 24.11. " in text
        assert "noch nicht bestätigt: Di. 1.12." in text


@pytest.mark.parametrize("form", [PublicForm.POSTER, PublicForm.WEB_PAGE])
def test_papers_show_the_stops_of_one_tour_or_of_all(office: Office, form: PublicForm) -> None:
    south = tour(office, crew=(mate("Karin Vogt"),))
    tour(office, at(stop(office, "Praxis")), name="Sprechstunde", crew=(mate("Lena Wolf"),))
    for tour_id, is_there in ((None, True), (south, False)):
        file = office.ask(public_file, wish(form, tour_id=tour_id), NOW)
        text = " ".join(one.text for one in seen(file)) if form.is_paper else file.decode()
        assert "Garath, Bürgerhaus" in text
        assert ("Praxis" in text) is is_there
        assert "Vogt" not in text


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"first": None}, "first"),
        ({"last": date(2026, 1, 1)}, "last"),
        ({"last": date(2028, 1, 1)}, "last"),
        ({"languages": ()}, "languages"),
    ],
)
def test_a_wish_that_cannot_be_says_why_beside_its_field(
    office: Office, values: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as error:
        office.ask(public_file, replace(wish(), **values), NOW)  # type: ignore[arg-type]  # as the parameters say
    assert error.value.problems[0].field == field
