"""What the search of the top bar offers besides people: deeds and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.quick_search import Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages import RailEntry

_TALLY, _CALLS = Place("advice", None, "tally"), Place("advice", None, "calls")
_NEW_CALL = Place("advice", None, "new_call")
_FIGURES, _COSTS = Place("advice_statistics"), Place("advice_statistics", None, "costs")


def quick_actions(
    entries: Sequence[RailEntry], left_out: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """Answer what the search of the top bar offers besides people, in the language in use.

    `left_out` are the words of pages that a suitcase has nothing for.
    """
    return tuple(one for one in _all(entries) if not left_out & _pages_of(one.place))


def _pages_of(place: Place) -> frozenset[str]:
    """Answer what must be offered for a place: its page, and what is begun there."""
    return frozenset({place.page, place.doing})


def _all(entries: Sequence[RailEntry]) -> tuple[Finding, ...]:
    go = _("Go to {place}")
    places = (
        Finding(_(entry.title), go.format(place=_(entry.title)), entry.icon, Place(entry.word))
        for entry in entries
    )
    exports = (
        _export(_("Export the people list"), "clients"),
        _export(_("Export the visits"), "visiting"),
        _export(_("Export the letters"), "letters"),
        _export(_("Export the tasks"), "tasks"),
        _export(_("Export the requests"), "intake"),
        _export(_("Export the enquiries"), "enquiries"),
        _export(_("Export the housing cases"), "housing_cases"),
        _export(_("Export the matters handed over"), "handing_over"),
        _export(_("Export the register of what left"), "disclosures"),
        _export(_("Export the institutions"), "institutions"),
        _export(_("Export the volunteers"), "volunteers"),
        _export(_("Export the matches"), "matches"),
        _export(_("Export the concerns"), "concerns"),
        _export(_("Export the notes to be read"), "visit_notes"),
        _export(_("Export the claims"), "expenses"),
        _export(_("Export the requests for mediators"), "mediators"),
        _export(_("Export the stops"), "stops"),
        _export(_("Export the tours"), "tours"),
        _export(_("Export the preventive visits"), "preventive"),
        _export(_("Export who was not reached for long"), "my_day"),
        _export(_("Export the possible duplicates"), "duplicates"),
        _export(_("Export the contacts of advice"), "advice"),
        _export(_("Export the statistics of advice"), "advice_statistics"),
    )
    return (
        *_about_people(),
        *_about_work(),
        *_about_advice(),
        *_about_booking(),
        *_about_referrals(),
        *places,
        *exports,
    )


def _about_people() -> tuple[Finding, ...]:
    return (
        Finding(_("New person"), _("Action"), "person_add", Place("clients", None, "new")),
        Finding(_("Record an enquiry"), _("Action"), "phone", Place("enquiries", None, "new")),
        Finding(
            _("Overdue enquiries"),
            _("What must be answered or assessed"),
            "clock",
            Place("enquiries", None, "overdue"),
        ),
        Finding(_("Open a housing case"), _("Action"), "home", Place("housing_cases", None, "new")),
        Finding(_("New request"), _("Action"), "add", Place("intake", None, "new")),
        Finding(
            _("Waiting list"),
            _("Who waits, longest first"),
            "clock",
            Place("intake", None, "waiting"),
        ),
        Finding(_("New institution"), _("Action"), "add", Place("institutions", None, "new")),
        Finding(_("Find in notes"), _("Ctrl+Shift+F"), "search", Place("find_notes")),
        Finding(_("New text snippet"), _("Action"), "add", Place("snippets", None, "new")),
        Finding(_("New task"), _("Action"), "task", Place("tasks", None, "new")),
        Finding(_("Hand work over"), _("Action"), "forward", Place("tasks", None, "handover")),
    )


def _about_work() -> tuple[Finding, ...]:
    return (
        Finding(_("Write a letter"), _("Action"), "letters", Place("letters", None, "compose")),
        Finding(
            _("Letter templates"),
            _("Texts, languages, words to avoid"),
            "letters",
            Place("templates"),
        ),
        Finding(_("New letter template"), _("Action"), "add", Place("templates", None, "new")),
        Finding(_("Plan a visit"), _("Action"), "add", Place("visiting", None, "plan")),
        Finding(_("Plan a series"), _("Action"), "add", Place("series", None, "new")),
        Finding(_("Series of visits"), _("Who meets in which rhythm"), "refresh", Place("series")),
        Finding(_("Substitutes"), _("While a volunteer is away"), "person", Place("substitutes")),
        Finding(_("Volunteers"), _("Stages, proofs, times"), "heart", Place("volunteers")),
        Finding(_("Matching"), _("Who waits, who could visit"), "heart", Place("matches")),
        Finding(_("Preventive visits"), _("Who is due"), "home", Place("preventive")),
        Finding(_("Day plan"), _("Who visits whom in which order"), "clock", Place("day_plan")),
        Finding(_("Expenses"), _("Claims to be decided and paid"), "document", Place("expenses")),
        Finding(_("New claim"), _("Action"), "add", Place("expenses", None, "new")),
        Finding(_("New concern"), _("No sign of life"), "add", Place("concerns", None, "new")),
        Finding(_("Concerns"), _("Whom to call, what was done"), "warning", Place("concerns")),
        Finding(_("Notes on visits"), _("To be read"), "mail", Place("visit_notes")),
        Finding(_("New volunteer"), _("Action"), "add", Place("volunteers", None, "new")),
        Finding(
            _("Plan for everybody"),
            _("The best assignment of all who wait"),
            "check",
            Place("match_plan"),
        ),
        Finding(_("Way to a match"), _("How many came how far"), "filter", Place("match_funnel")),
        Finding(_("Requirements"), _("What volunteers must prove"), "key", Place("requirements")),
        Finding(_("Import people"), _("Action"), "upload", Place("import")),
        Finding(_("Possible duplicates"), _("Action"), "clients", Place("duplicates")),
        Finding(_("Link two cards"), _("Action"), "clients", Place("duplicates", None, "same")),
        Finding(_("Settings"), _("Language, colours, size of text"), "settings", Place("settings")),
        Finding(
            _("Address file"),
            _("Where stops and homes are"),
            "areas",
            Place("areas", None, "coordinates"),
        ),
        Finding(_("Backups"), _("Make one, go back to one"), "backup", Place("backups")),
    )


def _about_advice() -> tuple[Finding, ...]:
    return (
        Finding(_("Record a call"), _("Action"), "phone", Place("advice", None, "call")),
        Finding(_("Record advice"), _("Action"), "add", Place("advice", None, "new")),
        Finding(_("Tally of advice"), _("Count a busy morning"), "add", _TALLY),
        Finding(_("Phone line"), _("Who is called back next"), "phone", _CALLS),
        Finding(_("Note a call"), _("Whom to call back"), "phone", _NEW_CALL),
        Finding(_("Statistics of advice"), _("Contacts and people"), "document", _FIGURES),
        Finding(_("Costs of the bus"), _("Financing plan"), "document", _COSTS),
        Finding(_("Timetable"), _("The month of tours"), "bus", Place("timetable")),
        Finding(
            _("Pack a suitcase"),
            _("What the tour takes along"),
            "bag",
            Place("suitcase", None, "pack"),
        ),
        Finding(
            _("Return a suitcase"),
            _("What came back from a tour"),
            "bag",
            Place("suitcase", None, "return"),
        ),
        Finding(_("Tours"), _("Stops, times, crew"), "bus", Place("tours")),
        Finding(_("New tour"), _("Action"), "add", Place("tours", None, "new")),
        Finding(_("Stops"), _("Of the bus, and rooms for hours"), "bus", Place("stops")),
        Finding(_("New stop"), _("Action"), "add", Place("stops", None, "new")),
        Finding(_("Vehicles"), _("Of the tours"), "bus", Place("tours", None, "vehicles")),
        Finding(_("Plan a tour"), _("Best order, map, day pack"), "areas", Place("planning")),
        Finding(
            _("Public timetable"),
            _("Poster, flyer, calendar, web page"),
            "print",
            Place("timetable", None, "public"),
        ),
    )


def _about_booking() -> tuple[Finding, ...]:
    return (
        Finding(
            _("Ask for a mediator"),
            _("Own mediators and pools"),
            "language",
            Place("mediators", None, "new"),
        ),
        Finding(_("Mediators"), _("Requests for talks"), "language", Place("mediators")),
        Finding(
            _("Pools of mediators"),
            _("Lead time, languages, rules"),
            "language",
            Place("mediators", None, "pools"),
        ),
        Finding(
            _("Appointments"), _("Times and queue of a stop"), "calendar", Place("appointments")
        ),
        Finding(
            _("Book an appointment"),
            _("Advice at a stop or at home"),
            "add",
            Place("appointments", None, "new"),
        ),
        Finding(
            _("Waiting list of the stops"),
            _("Who waits for a time"),
            "clock",
            Place("appointments", None, "waiting"),
        ),
        Finding(
            _("Remind of appointments"),
            _("By letter or telephone"),
            "mail",
            Place("appointments", None, "reminders"),
        ),
    )


def _about_referrals() -> tuple[Finding, ...]:
    return (
        Finding(
            _("Hand a matter over"), _("Action"), "forward", Place("handing_over", None, "new")
        ),
        Finding(
            _("Record what another institution handed over"),
            _("Action"),
            "letters",
            Place("handing_over", None, "receive"),
        ),
        Finding(_("Enquiries"), _("What is open"), "phone", Place("enquiries")),
        Finding(_("Housing cases"), _("Who may lose the home"), "home", Place("housing_cases")),
        Finding(
            _("Matters handed over"), _("Answers that are due"), "forward", Place("handing_over")
        ),
        Finding(
            _("Register of what left the office"),
            _("To whom, when, why, on what basis"),
            "document",
            Place("disclosures"),
        ),
    )


def _export(title: str, page: str) -> Finding:
    return Finding(title, _("Excel table, CSV or PDF"), "download", Place(page, None, "export"))
