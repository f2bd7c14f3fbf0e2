"""Day tasks as they stand in a file: every fact is checked before anything is planned."""

from __future__ import annotations

from app.errors import N_
from app.visiting.day_plans.task import DETOUR, SPEED, DayTask, Depot, Metric, Stop
from app.visiting.given import LARGEST, Given, need_different, refuse

MOST_STOPS = 1_000
"""A day of more visits is several offices; beyond it the answer would keep people waiting."""
MOST_VEHICLES = 10_000

REVERSED = N_("{where} closes at {close}, before it opens at {open}.")
TOO_MANY = N_("{where} holds {count} entries, and at most {most} can be planned together.")


def read_day_task(value: object) -> DayTask:
    """Answer the task that a file holds; raises `Refused` with the first fact that is wrong.

    `speed` (km/h, 20) and `detour` (factor, 1.3) may be given for the metric "haversine", where
    x is the longitude and y the latitude, distances are kilometres and times minutes.
    """
    given = Given.of(value, "The file")
    given = Given(given.facts, "")
    metric = Metric(given.choice("metric", tuple(Metric)))
    stops = given.items("stops")
    if len(stops) > MOST_STOPS:
        raise refuse(TOO_MANY, "stops", count=len(stops), most=MOST_STOPS)
    task = DayTask(
        metric=metric,
        vehicles=given.whole("vehicles", 0, MOST_VEHICLES),
        capacity=given.number("capacity", 0) if given.has("capacity") else None,
        depot=_depot(given.inner("depot"), metric),
        stops=tuple(_stop(stop, metric) for stop in given.objects("stops")),
        speed=given.number("speed", 0.1, 1_000) if given.has("speed") else SPEED,
        detour=given.number("detour", 1, 10) if given.has("detour") else DETOUR,
    )
    need_different((stop.id for stop in task.stops), "stops")
    return task


def _depot(given: Given, metric: Metric) -> Depot:
    return Depot(*_place(given, metric), *_window(given))


def _stop(given: Given, metric: Metric) -> Stop:
    return Stop(
        given.id(),
        *_place(given, metric),
        *_window(given),
        service=given.number("service", 0),
        demand=given.number("demand", 0),
    )


def _place(given: Given, metric: Metric) -> tuple[float, float]:
    wide, high = (180.0, 90.0) if metric is Metric.HAVERSINE else (LARGEST, LARGEST)
    return given.number("x", -wide, wide), given.number("y", -high, high)


def _window(given: Given) -> tuple[float, float]:
    opens, closes = given.number("open"), given.number("close")
    if closes < opens:
        raise refuse(REVERSED, given.where, open=f"{opens:g}", close=f"{closes:g}")
    return opens, closes
