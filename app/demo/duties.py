"""What lies on the desks of the demo office: who is in charge, tasks, follow-ups, a handover."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.demo.books import book
from app.demo.chance import Chance
from app.demo.rota import OWN_CLIENTS, OWN_NAMES
from app.tasks.rules import HandoverKind, Repeat, TaskState, rhythm_of
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from app.demo.people import Person
    from app.demo.rules import DemoPlan

TABLES = ("task", "handover", "handover_item", "last_here", "audit_line")
"""In the order in which rows can be written."""
_PER_COLLEAGUE = 60
_FEWEST, _MOST = 3, 40
_HANDED = 3
"""People whose tasks came to the person at work when a colleague went on leave."""
_TOLD = range(OWN_CLIENTS, 60)
"""People on whose notes others followed up, as the person at work is still to be told."""
_DUE_DAYS = (-2, -1, 0, 0, 1, 3)
"""Days from today on which tasks about the first people are due, so that there is work."""
_CHANGED = range(4, 10)
"""People on whose cards colleagues worked since the person at work was last here."""

_NO_FOLLOW_UP = {
    "follow_up": "", "follow_up_for": "", "follow_up_due": None,
    "follow_up_result": "", "closed_by": "", "closed_at": None,
}  # fmt: skip
_OPEN = {"state": TaskState.OPEN.value, "done_at": None, "done_by": "", "result": ""}

Rows = dict[str, list[dict[str, Any]]]


@lru_cache
def colleagues(plan: DemoPlan) -> tuple[str, ...]:
    """Answer who works in the office besides the person who opens it."""
    pages, chance = book(plan.country), Chance(plan.seed, plan.country, "colleagues")
    count = min(max(plan.clients // _PER_COLLEAGUE, _FEWEST), _MOST)
    names: dict[str, None] = {}
    while len(names) < count:
        origin = chance.weighted(pages.names, pages.name_shares)
        is_woman = chance.often(0.7)
        family = chance.pick(origin.family[is_woman]).latin
        names[f"{chance.pick(origin.young[is_woman])} {family}"] = None
    return tuple(names)


def responsible_for(plan: DemoPlan, person: Person) -> str:
    """Answer who is in charge of a person; nobody is of some."""
    chance = Chance(plan.seed, plan.country, "responsible", person.number)
    if person.number < OWN_CLIENTS:
        return OWN_NAMES[plan.country]
    team = (OWN_NAMES[plan.country], *colleagues(plan))
    return chance.pick(team) if chance.often(0.88) else ""


def last_contact(
    visits: Sequence[Mapping[str, Any]], notes: Sequence[Mapping[str, Any]]
) -> date | None:
    """Answer the day of the last held visit or the last note in which the person was reached."""
    days = [visit["actual_start"].date() for visit in visits if visit["actual_start"]]
    days += [note["happened_at"].date() for note in notes if note.get("reached")]
    return max(days, default=None)


def with_follow_up(
    plan: DemoPlan, person: Person, who: str, notes: Sequence[dict[str, Any]]
) -> None:
    """Let the last notes of some people wait for a follow-up, or tell that it was closed."""
    chance = Chance(plan.seed, plan.country, "follow-up", person.number)
    for note in notes:
        # Every row of a table is written with the same columns.
        note.update(_NO_FOLLOW_UP)
    if not (notes and who and chance.often(0.1)):
        return
    due = plan.today + timedelta(days=chance.randrange(-4, 12))
    notes[-1] |= {"follow_up": "open", "follow_up_for": who, "follow_up_due": due}
    if person.number in _TOLD and who != OWN_NAMES[plan.country]:
        closed = datetime.combine(plan.today - timedelta(days=1), time(15), tzinfo=UTC)
        result = chance.pick(_words(plan)["followed"])
        notes[-1] |= {
            "follow_up": "closed", "author": OWN_NAMES[plan.country],
            "closed_by": who, "closed_at": closed, "follow_up_result": result,
        }  # fmt: skip


def duty_rows(plan: DemoPlan, person: Person, who: str, client: UUID) -> Rows:
    """Answer the rows of the tasks about a person, and with some of what a handover left."""
    chance = Chance(plan.seed, plan.country, "duties", person.number)
    count = chance.weighted((0, 1, 2), (64, 28, 8))
    if person.number < len(_DUE_DAYS):
        count = max(count, 1)
    rows: Rows = {table: [] for table in TABLES}
    for index in range(count):
        place = (person.number + (index + chance.random()) / count) / plan.clients
        rows["task"].append(
            {"id": chance.key(place), "version": 1, "person_id": client}
            | _task(plan, chance, who or OWN_NAMES[plan.country])
        )
    if person.number < len(_DUE_DAYS):
        due = plan.today + timedelta(days=_DUE_DAYS[person.number])
        rows["task"][0] |= {
            "due_on": due,
            "repeats": "",
            "reviewer": "",
            "review_on": None,
            **_OPEN,
        }
    _add_handover(plan, person, rows)
    if person.number in _CHANGED:
        rows["audit_line"].append(_changed(plan, person, client))
    return rows


def _task(plan: DemoPlan, chance: Chance, who: str) -> dict[str, Any]:
    title, note, repeat = chance.pick(_words(plan)["tasks"])
    due = plan.today + timedelta(days=round(chance.gauss(8, 9)))
    is_dated = bool(repeat) or chance.often(0.85)
    reviewed = chance.often(0.15)
    return {
        "title": title,
        "note": note,
        "assignee": who,
        "due_on": due if is_dated else None,
        "reviewer": chance.pick(colleagues(plan)) if reviewed else "",
        "review_on": due + timedelta(days=chance.randrange(-7, 8)) if reviewed else None,
        "repeats": rhythm_of(Repeat(repeat), due).written(),
        "created_at": _moment(plan.today - timedelta(days=chance.randrange(10, 60)), chance),
        "created_by": chance.pick((who, OWN_NAMES[plan.country])),
        "origin": "",
        "origin_id": None,
        **_outcome(plan, chance, due, who),
    }


def _outcome(plan: DemoPlan, chance: Chance, due: date, who: str) -> dict[str, Any]:
    """Answer what became of a task: most that were due are done."""
    is_past = due < plan.today
    state = TaskState.OPEN
    if is_past and chance.often(0.8):
        state = TaskState.DROPPED if chance.often(0.1) else TaskState.DONE
    if state is TaskState.OPEN:
        return _OPEN
    words = _words(plan)["dropped" if state is TaskState.DROPPED else "result"]
    return {
        "state": state.value,
        "done_at": _moment(due, chance),
        "done_by": who,
        "result": chance.pick(words),
    }


def _add_handover(plan: DemoPlan, person: Person, rows: Rows) -> None:
    """Let the tasks about the first people have come from a colleague who went on leave."""
    if person.number >= _HANDED:
        return
    chance = Chance(plan.seed, plan.country, "handover")
    handover_id, at = chance.key(0.0), _moment(plan.today - timedelta(days=3), chance)
    me = OWN_NAMES[plan.country]
    if person.number == 0:
        rows["handover"].append({
            "id": handover_id, "version": 1, "at": at, "by": me, "to_who": me,
            "from_who": colleagues(plan)[0], "reason": _words(plan)["away"],
        })  # fmt: skip
        rows["last_here"].append({"who": me, "seen_at": _yesterday(plan)})
    for index, task in enumerate(rows["task"]):
        place = (person.number + index / len(rows["task"])) / plan.clients
        rows["handover_item"].append({
            "id": chance.key(place), "version": 1, "handover_id": handover_id,
            "task_id": task["id"], "person_id": task["person_id"],
            "note": f"{HandoverKind.TASK} {task['id'].hex}",
        })  # fmt: skip


def _changed(plan: DemoPlan, person: Person, client: UUID) -> dict[str, Any]:
    chance = Chance(plan.seed, plan.country, "changed", person.number)
    return {
        "id": chance.key(chance.random()),
        "at": _yesterday(plan) + timedelta(minutes=10 * person.number),
        "who": chance.pick(colleagues(plan)),
        "action": "change_client",
        "feature": "clients",
        "touched": json.dumps([["clients", str(client)]]),
    }


def _yesterday(plan: DemoPlan) -> datetime:
    """Answer when the person at work was last here."""
    return datetime.combine(plan.today - timedelta(days=1), time(14, 30), tzinfo=UTC)


def _moment(day: date, chance: Chance) -> datetime:
    return datetime.combine(day, time(chance.randrange(8, 16), chance.randrange(60)), tzinfo=UTC)


@lru_cache
def _read(language: str) -> dict[str, Any]:
    return tomllib.loads(read_text("demo", f"duties_{language}.toml"))


def _words(plan: DemoPlan) -> dict[str, Any]:
    return _read(plan.country.language)
