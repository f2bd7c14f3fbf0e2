"""`nahbar letters`: writes one letter to everybody of a list, and keeps each in the history."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from uuid import uuid4

from app.admin import offices
from app.command_line.answer import Answer
from app.command_line.exits import Exit
from app.command_line.keys import find_key
from app.command_line.person import who_works_here
from app.errors import N_, Problem, Refused
from app.letters.composing.queries import templates
from app.letters.composing.rules import Choice
from app.letters.mass.mailing import send_mailing
from app.letters.mass.planning import people_of, plan_run
from app.letters.mass.rules import NOBODY, ListQuery, RunWish, read_query
from app.letters.rules import NO_SUCH_TEMPLATE
from resources.text import _, language, ngettext, say

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from app.letters.mass.rules import RunPlan
    from app.letters.mass.running import Mailing
    from app.office import Office

NOT_A_FIELD = N_("A value is given as NAME=TEXT, such as subject=Hello: {given}")


def run(arguments: Namespace) -> Answer:
    """Write the letters; answers 1 when something stood against some of them."""
    query = read_query(arguments.list)
    if isinstance(query, Problem):
        raise Refused(query)
    key = find_key(arguments.office, arguments.key_file)
    office = offices.open_office(arguments.office, key, who=who_works_here())
    try:
        wish, plan = _planned(office, arguments, query)
        progress = _show if sys.stderr.isatty() else None
        today = office.local_now.date()
        mailing = send_mailing(office, uuid4(), wish, plan, arguments.out, today, progress)
    finally:
        office.close()
    return _answer(arguments.out, mailing)


def _planned(office: Office, arguments: Namespace, query: ListQuery) -> tuple[RunWish, RunPlan]:
    today = office.local_now.date()
    rows = {row.code: row for row in office.ask(templates)}
    if arguments.template not in rows:
        raise Refused(Problem(NO_SUCH_TEMPLATE, "template", {"name": arguments.template}))
    wish = RunWish(
        template=arguments.template,
        choice=Choice(
            language=arguments.lang,
            typed=tuple(_pair(given) for given in arguments.value),
            posted_on=arguments.posted,
        ),
        title=_(rows[arguments.template].title),
        selection=arguments.list,
        basis=arguments.basis,
        per_household=not arguments.each,
        posted_on=arguments.posted,
        with_envelopes=arguments.envelopes,
    )
    people = office.ask(people_of, query, language(), today)
    if not people:
        raise Refused(Problem(NOBODY, "list"))
    return wish, office.ask(plan_run, wish, people, today)


def _pair(given: str) -> tuple[str, str]:
    name, equals, text = given.partition("=")
    if not equals:
        raise Refused(Problem(NOT_A_FIELD, "value", {"given": given}))
    return name.strip(), text


def _answer(out: Path, mailing: Mailing) -> Answer:
    refused = [
        {"person": str(one.first), "name": one.name, "why": [say(p) for p in one.problems]}
        for one in mailing.refused
    ]
    left_out = [
        {"person": str(one.person_id), "name": one.name, "why": say(one.problem)}
        for one in mailing.plan.left_out
    ]
    count = len(mailing.written)
    letters = ngettext("{count} letter", "{count} letters", count)
    said = _("Written, kept and saved in {folder}: {letters}.")
    lines = [
        said.format(folder=out, letters=letters),
        *(f"{each['name']}: {' '.join(each['why'])}" for each in refused),
        *(f"{each['name']}: {each['why']}" for each in left_out),
    ]
    facts = {"folder": str(out), "written": count, "refused": refused, "left_out": left_out}
    return Answer(facts, tuple(lines), Exit.REFUSED if refused else Exit.DONE)


def _show(done: int, of: int) -> None:
    sys.stderr.write(f"\r{done} / {of}" + ("\n" if done == of else ""))
    sys.stderr.flush()
