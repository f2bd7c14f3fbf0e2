"""Triggers that let nobody be booked twice, where who books may not see what is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.booking import TAKES_A_MEDIATOR, TAKES_ITS_TIME
from db.server.identity import function
from db.server.triggers import IS_COLLEAGUE

if TYPE_CHECKING:
    from collections.abc import Iterator

_CARDS = """
one := (SELECT coalesce(p.linked_to, p.id) FROM public.person p WHERE p.id = NEW.{column});
PERFORM pg_advisory_xact_lock(hashtextextended('{column} ' || one || NEW.day, 0));
cards := ARRAY(SELECT c.id FROM public.person c WHERE c.id = one OR c.linked_to = one);"""
"""All cards of one human being; whoever books the same one for that day waits here."""
_NOT_TWICE = "RAISE exclusion_violation USING MESSAGE = 'this time is taken already'"
_APPOINTMENT = f"""
DECLARE one uuid; cards uuid[]; BEGIN
IF NEW.person_id IS NOT NULL THEN {_CARDS.format(column="person_id")} END IF;
IF EXISTS (SELECT FROM public.appointment a WHERE a.day = NEW.day AND a.id <> NEW.id
    AND a.{TAKES_ITS_TIME}
    AND a.starts_at < NEW.starts_at + NEW.minutes AND NEW.starts_at < a.starts_at + a.minutes
    AND (a.person_id = ANY (cards)
        OR (a.tour_halt_id = NEW.tour_halt_id AND a.counter = NEW.counter)
        OR (a.tour_halt_id IS NULL AND NEW.tour_halt_id IS NULL
            AND a.tour_day_id = NEW.tour_day_id)))
    THEN {_NOT_TWICE}; END IF;
RETURN NEW; END"""
_REQUEST = f"""
DECLARE one uuid; cards uuid[]; BEGIN {_CARDS.format(column="mediator_id")}
IF EXISTS (SELECT FROM public.interpreter_request r WHERE r.day = NEW.day AND r.id <> NEW.id
    AND r.{TAKES_A_MEDIATOR} AND r.mediator_id = ANY (cards)
    AND r.from_time < NEW.until_time AND NEW.from_time < r.until_time)
    THEN {_NOT_TWICE}; END IF;
RETURN NEW; END"""


class _Guard(NamedTuple):
    """One table whose rows hold a time."""

    table: str
    function: str
    body: str
    takes: str
    """What is to come; what has happened is written down though it overlaps."""
    takes_its_time: str
    time: tuple[str, ...]
    """The columns that say when, where and who."""


_GUARDS = (
    _Guard(
        "appointment",
        "sec.is_booked_twice()",
        _APPOINTMENT,
        "NEW.starts_at IS NOT NULL AND NEW.state IN ('booked', 'waiting', 'called')",
        TAKES_ITS_TIME,
        ("tour_day_id", "tour_halt_id", "day", "starts_at", "minutes", "counter", "person_id"),
    ),
    _Guard(
        "interpreter_request",
        "sec.is_engaged_twice()",
        _REQUEST,
        "NEW.mediator_id IS NOT NULL AND NEW.state IN ('requested', 'confirmed')",
        TAKES_A_MEDIATOR,
        ("day", "from_time", "until_time", "mediator_id"),
    ),
)


def never_twice_script() -> str:
    """Answer the SQL of these triggers.

    The rules refuse what they can see; here is refused what row level security hides from them,
    and what two desks write in the same second.
    """
    return "\n".join(line for guard in _GUARDS for line in _guard(guard))


def _guard(guard: _Guard) -> Iterator[str]:
    yield function(guard.function, "trigger", guard.body)
    was, now = (", ".join(f"{row}.{column}" for column in guard.time) for row in ("OLD", "NEW"))
    changed = f"(({now}) IS DISTINCT FROM ({was}) OR NOT OLD.{guard.takes_its_time})"
    for verb, when in (("INSERT", guard.takes), ("UPDATE", f"{guard.takes} AND {changed}")):
        yield (
            f"CREATE OR REPLACE TRIGGER not_twice_{verb.lower()} BEFORE {verb}"
            f" ON public.{guard.table} FOR EACH ROW WHEN ({when} AND {IS_COLLEAGUE})"
            f" EXECUTE FUNCTION {guard.function};"
        )
