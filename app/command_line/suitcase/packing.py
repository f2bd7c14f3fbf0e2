"""`nahbar suitcase pack`: packs the suitcase of a tour of one day into a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin import offices
from app.command_line.answer import Answer
from app.command_line.keys import find_key
from app.command_line.person import who_works_here
from app.command_line.suitcase.passphrases import new_passphrase
from app.errors import N_, Problem, Refused
from app.mobile_advice.suitcase.limits import limits
from app.mobile_advice.suitcase.packing import pack
from app.mobile_advice.suitcase.people import packable_days
from app.mobile_advice.suitcase.rules import Plan, last_day
from resources.text import _, ngettext

if TYPE_CHECKING:
    from argparse import Namespace

    from app.mobile_advice.suitcase.packing import Packed
    from app.mobile_advice.suitcase.people import PackableDay
    from app.office import Office

NO_TOUR = N_("No tour sets off on {day}.")
NOT_THIS_TOUR = N_("On {day} no tour is called {name}; these set off: {tours}.")
SEVERAL = N_("On {day} several tours set off: say which with --tour: {tours}.")


def run(arguments: Namespace) -> Answer:
    """Pack; raises `Refused` for what makes no sense, `Unavailable` when the disk is full."""
    key = find_key(arguments.office, arguments.key_file)
    office = offices.open_office(arguments.office, key, who=who_works_here())
    try:
        day = _chosen(office, arguments)
        typed, repeated = new_passphrase(arguments.passphrase_file)
        plan = Plan(
            day.id,
            arguments.until or limits().proposed(day.day),
            typed,
            repeated,
            with_notes=arguments.notes,
            restricted=frozenset(arguments.restricted),
        )
        packed = pack(office, plan, arguments.file)
    finally:
        office.close()
    return _answer(packed, day)


def _chosen(office: Office, arguments: Namespace) -> PackableDay:
    days = office.ask(packable_days, office.local_now.date())
    found = [day for day in days if day.day == arguments.day]
    if not found:
        raise Refused(Problem(NO_TOUR, "day", {"day": arguments.day}))
    named = [day for day in found if arguments.tour in {"", day.tour}]
    if len(named) == 1:
        return named[0]
    tours = ", ".join(day.tour for day in found)
    values = {"day": arguments.day, "name": arguments.tour, "tours": tours}
    raise Refused(Problem(SEVERAL if named else NOT_THIS_TOUR, "tour", values))


def _answer(packed: Packed, day: PackableDay) -> Answer:
    until = last_day(packed.until)
    people = packed.counts.get("person", 0)
    who = ngettext("{count} person", "{count} people", people).format(count=people)
    said = _("The suitcase of {tour} on {day} lies ready: {file}. It opens until {until}.")
    facts = {
        "id": str(packed.id),
        "file": str(packed.file),
        "tour": packed.tour,
        "day": day.day.isoformat(),
        "until": until.isoformat(),
        "counts": packed.counts,
    }
    line = said.format(tour=packed.tour, day=day.day, file=packed.file, until=until)
    return Answer(facts, (line, _("Along go: {people}.").format(people=who)))
