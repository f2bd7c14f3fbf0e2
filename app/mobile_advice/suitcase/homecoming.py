"""The return of a suitcase from its first row to its end: bring, compare, and only then wipe."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Unavailable
from app.mobile_advice.suitcase.actions import end_return
from app.mobile_advice.suitcase.places import wipe_suitcase
from app.mobile_advice.suitcase.queries import not_back, suitcase
from app.mobile_advice.suitcase.returning import Asked, Brought, bring_row
from app.mobile_advice.suitcase.rules import Outcome, SuitcaseState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.mobile_advice.suitcase.coming import Coming
    from app.mobile_advice.suitcase.queries import SuitcaseRow
    from app.office import Office
    from db.suitcase_base import Change


class NotWiped(Unavailable):
    """Everything is back, and the file is still there."""


@dataclass(frozen=True, slots=True)
class Homecoming:
    """What became of the rows of a suitcase."""

    counts: dict[Outcome, int]
    asked: tuple[Asked, ...]
    """About which somebody must decide before the suitcase is wiped."""


def need_known(office: Office, coming: Coming) -> SuitcaseRow:
    """Answer what the office knows of a suitcase; raises `Unavailable` if it is not to be taken."""
    known = office.ask(suitcase, coming.suitcase_id)
    if known is None:
        raise Unavailable(UNKNOWN, UNKNOWN_REMEDY)
    if known.state is SuitcaseState.GIVEN_UP:
        raise Unavailable(GIVEN_UP, GIVEN_UP_REMEDY)
    return known


def bring_all(
    office: Office, coming: Coming, told: Callable[[int, int], None] | None = None
) -> Homecoming:
    """Bring every row home, each in an act of its own; what is home already is not brought again.

    `told` hears how many of how many are done. Interrupted anywhere it can be repeated.
    """
    need_known(office, coming)
    brought: list[tuple[Change, Brought]] = []
    for at, change in enumerate(coming.changes, start=1):
        brought.append((change, office.act(bring_row, coming.suitcase_id, change).value))
        if told is not None:
            told(at, len(coming.changes))
    return _again(office, coming, brought)


def bring_some(
    office: Office, coming: Coming, changes: Iterable[Change]
) -> tuple[tuple[Change, Brought], ...]:
    """Bring some rows home; for a window that shows how far it is."""
    return tuple(
        (change, office.act(bring_row, coming.suitcase_id, change).value) for change in changes
    )


def _again(office: Office, coming: Coming, brought: list[tuple[Change, Brought]]) -> Homecoming:
    """Try once more what found no room: a time may have become free by what came later."""
    outcomes: Counter[Outcome] = Counter()
    asked: list[Asked] = []
    for change, first in brought:
        result = first
        if first.asked is not None and first.asked.blocked is not None:
            result = office.act(bring_row, coming.suitcase_id, change).value
        outcomes[result.outcome] += 1
        asked += [result.asked] if result.asked is not None else []
    return Homecoming(dict(outcomes), tuple(asked))


def summed_up(
    office: Office, coming: Coming, brought: Iterable[tuple[Change, Brought]]
) -> Homecoming:
    """Answer what became of all rows after they were brought piece by piece."""
    return _again(office, coming, list(brought))


def finish(office: Office, coming: Coming) -> tuple[Change, ...]:
    """Compare every row with the office and, if all are there, end the return and wipe the file.

    Answers the rows that are not there; then nothing is ended and nothing wiped. While the return
    of another copy is not finished the suitcase stays on the way. Raises `NotWiped` when
    everything is back but the file cannot be wiped.
    """
    need_known(office, coming)
    missing = office.ask(not_back, coming.suitcase_id, coming.changes)
    if missing:
        return missing
    office.act(end_return, coming.suitcase_id, coming.trail)
    try:
        wipe_suitcase(coming.file, coming.file_id)
    except OSError as error:
        raise NotWiped(NOT_WIPED, NOT_WIPED_REMEDY, file=coming.file.name) from error
    return ()


UNKNOWN = N_("This suitcase was packed in another office.")
UNKNOWN_REMEDY = N_("Return it there.")
GIVEN_UP = N_("This suitcase was given up as lost. The office takes nothing from it any more.")
GIVEN_UP_REMEDY = N_("Give it to the data protection officer, who decides what becomes of it.")
NOT_WIPED = N_("Everything is back in the office, but the file {file} could not be wiped.")
NOT_WIPED_REMEDY = N_("Delete it, and empty the recycle bin of the stick.")
