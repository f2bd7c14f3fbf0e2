"""The rules of the hints on a person's card: each looks at the facts and may say one line.

A feature that knows more adds a field to `PersonFacts` and a rule to `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as default
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.clients.rules import PersonStatus
from app.errors import N_
from app.my_day.hint_facts import SOON, PersonFacts, person_facts
from app.my_day.rules import is_without_contact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Hint:
    """One line under the head of a card, and what one may want to do about it.

    `one` and `many` are English templates, translated where they are shown; `count` chooses
    between them. Days among `values` are written as people write them.
    """

    one: str
    many: str = ""
    count: int = 1
    values: Mapping[str, object] = default(default_factory=lambda: _NOTHING)
    is_urgent: bool = False
    verb: str = ""
    """English words of the button, "" without one."""
    doing: str = ""
    """What the button begins: "plan" a visit, or a verb of the person's card."""


Rule = Callable[[PersonFacts], Hint | None]


def concern_rule(facts: PersonFacts) -> Hint | None:
    """Say that nobody knows yet whether the person is safe."""
    if facts.concern is None:
        return None
    doing = f"concern {facts.concern}"
    sentence = N_("It is not known yet whether the person is safe.")
    return Hint(sentence, is_urgent=True, verb=N_("Show whom to call"), doing=doing)


def check_in_rule(facts: PersonFacts) -> Hint | None:
    """Say that it is to be asked how the visits go."""
    if facts.check_in_due is None:
        return None
    sentence = N_("Ask how the visits go: this was due on {day}.")
    values = {"day": facts.check_in_due}
    return Hint(sentence, values=values, verb=N_("Show matching"), doing="matching")


def consent_rule(facts: PersonFacts) -> Hint | None:
    """Say that a consent has ended or ends soon."""
    ends = facts.consent_ends_on
    if ends is None or _is_gone(facts):
        return None
    if ends < facts.today:
        sentence, urgent = N_("A consent ended on {day}."), True
    else:
        sentence, urgent = N_("A consent ends on {day}."), False
    verb = N_("Show consent")
    return Hint(sentence, values={"day": ends}, is_urgent=urgent, verb=verb, doing="consent")


def proof_rule(facts: PersonFacts) -> Hint | None:
    """Say that a certificate or another proof of a volunteer has ended or ends soon."""
    ends = facts.proof_ends_on
    if ends is None or _is_gone(facts):
        return None
    is_over = ends < facts.today
    sentence = N_("A proof ended on {day}.") if is_over else N_("A proof ends on {day}.")
    verb = N_("Show proofs")
    return Hint(sentence, values={"day": ends}, is_urgent=is_over, verb=verb, doing="proofs")


def own_date_rule(facts: PersonFacts) -> Hint | None:
    """Say that a day which the office notes itself is near: a benefit ends, a pass runs out."""
    own = facts.own_date
    if own is None or _is_gone(facts):
        return None
    values = {"what": own.labels, "day": own.day}
    return Hint(N_("{what}: {day}."), values=values, is_urgent=own.day < facts.today)


def contact_rule(facts: PersonFacts) -> Hint | None:
    """Say that an active client was not reached for as long as the office asks."""
    is_active = facts.standing.on(facts.today) is PersonStatus.ACTIVE
    days = facts.no_contact_days
    if not (is_active and facts.is_client):
        return None
    if not is_without_contact(facts.last_contact, facts.today, days):
        return None
    verb = N_("Plan visit")
    if facts.last_contact is None:
        return Hint(N_("Nobody has reached this person yet."), verb=verb, doing="plan")
    since = (facts.today - facts.last_contact).days
    return Hint(
        N_("Not reached for {count} day."),
        N_("Not reached for {count} days."),
        since,
        is_urgent=True,
        verb=verb,
        doing="plan",
    )


def follow_up_rule(facts: PersonFacts) -> Hint | None:
    """Say that a note waits to be followed up."""
    if facts.follow_up is None:
        return None
    doing = f"journal {facts.follow_up}"
    return Hint(N_("A note waits to be followed up."), verb=N_("Show note"), doing=doing)


def task_rule(facts: PersonFacts) -> Hint | None:
    """Say that tasks are overdue."""
    if not facts.overdue_tasks:
        return None
    return Hint(
        N_("{count} task is overdue."),
        N_("{count} tasks are overdue."),
        facts.overdue_tasks,
        is_urgent=True,
        verb=N_("Show tasks"),
        doing="tasks",
    )


def pause_rule(facts: PersonFacts) -> Hint | None:
    """Say that a pause ends soon, so that the first visit is planned in time."""
    until = facts.standing.until
    pauses = facts.standing.on(facts.today) is PersonStatus.PAUSED
    if not pauses or until is None or until > facts.today + SOON:
        return None
    verb = N_("Plan visit")
    return Hint(N_("The pause ends on {day}."), values={"day": until}, verb=verb, doing="plan")


def birthday_rule(facts: PersonFacts) -> Hint | None:
    """Say that a birthday is near."""
    if facts.birth_date is None or _is_gone(facts):
        return None
    day = _next_birthday(facts.birth_date, facts.today)
    if day > facts.today + SOON:
        return None
    age = day.year - facts.birth_date.year
    if day == facts.today:
        return Hint(N_("Turns {age} today."), values={"age": age})
    return Hint(N_("Turns {age} on {day}."), values={"age": age, "day": day})


RULES: tuple[Rule, ...] = (
    concern_rule,
    consent_rule,
    task_rule,
    follow_up_rule,
    contact_rule,
    check_in_rule,
    proof_rule,
    own_date_rule,
    pause_rule,
    birthday_rule,
)
"""In the order in which their lines stand."""


def hints_about(facts: PersonFacts, rules: tuple[Rule, ...] = RULES) -> tuple[Hint, ...]:
    """Answer what the rules say about a person, the urgent lines first."""
    found = [hint for rule in rules if (hint := rule(facts)) is not None]
    return tuple(sorted(found, key=_urgency))


def person_hints(connection: Connection, person_id: UUID, today: date) -> tuple[Hint, ...]:
    """Answer the hints about a person on a day."""
    facts = person_facts(connection, person_id, today)
    return () if facts is None else hints_about(facts)


def _urgency(hint: Hint) -> bool:
    return not hint.is_urgent


def _is_gone(facts: PersonFacts) -> bool:
    gone = {PersonStatus.DECEASED, PersonStatus.MOVED}
    return facts.standing.on(facts.today) in gone


def _next_birthday(born: date, today: date) -> date:
    """Answer the next birthday, today's included; who was born on a leap day has it on 1 March."""
    for year in (today.year, today.year + 1):
        try:
            day = born.replace(year=year)
        except ValueError:
            day = born.replace(year=year, month=3, day=1)
        if day >= today:
            return day
    return day
