"""`nahbar plan-visits`: orders the visits of a day and assigns them to visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.command_line.json_file import read_json
from app.errors import N_, Problem, Refused
from app.visiting.day_plans.planning import plan_day
from app.visiting.day_plans.reading import read_day_task
from resources.text import _, ngettext, say

if TYPE_CHECKING:
    from argparse import Namespace

    from app.visiting.day_plans.task import DayPlan, DayTask

LONGEST = 3_600.0
"""Seconds that a plan may be searched for."""
SECONDS = N_("The seconds must be between {least} and {most}.")


def run(arguments: Namespace) -> Answer:
    """Plan the day of a file; raises `Refused` when something in it cannot be meant."""
    if not 0 < arguments.seconds <= LONGEST:
        raise Refused(Problem(SECONDS, "seconds", {"least": 0, "most": f"{LONGEST:g}"}))
    task = read_day_task(read_json(arguments.file))
    plan = plan_day(task, arguments.seconds)
    return Answer(_facts(task, plan), _lines(task, plan))


def _facts(task: DayTask, plan: DayPlan) -> dict[str, object]:
    return {
        "routes": [
            {
                "stops": [task.stops[stop].id for stop in route.stops],
                "distance": route.distance,
                "start": route.start,
                "end": route.end,
            }
            for route in plan.routes
        ],
        "total": plan.total,
        "unserved": [
            {"id": task.stops[left.stop].id, "reason": say(left.reason)} for left in plan.unserved
        ],
    }


def _lines(task: DayTask, plan: DayPlan) -> tuple[str, ...]:
    routes = [
        _("{start} to {end}, {distance}: {stops}").format(
            start=f"{route.start:.2f}",
            end=f"{route.end:.2f}",
            distance=f"{route.distance:.2f}",
            stops=" · ".join(str(task.stops[stop].id) for stop in route.stops),
        )
        for route in plan.routes
    ]
    left = [f"{task.stops[one.stop].id}: {say(one.reason)}" for one in plan.unserved]
    count = ngettext("{count} route", "{count} routes", len(routes))
    total = _("{routes}, {distance} altogether").format(routes=count, distance=f"{plan.total:.2f}")
    return (total, *routes, *left)
