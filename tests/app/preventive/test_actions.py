"""What is recorded of an offer: its states, a visit with it, undo, letters once for each person."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from app.errors import Conflict, Refused
from app.letters.composing.rules import Choice
from app.letters.mass.actions import begin_run
from app.letters.mass.planning import plan_run
from app.letters.mass.rules import RunWish
from app.letters.mass.running import Mailing
from app.preventive.actions import (
    accept_with_visit,
    keep_offer_letters,
    record_answers,
    undo_answers,
)
from app.preventive.offers import occasion_of
from app.preventive.queries import figures, preventive_file
from app.preventive.rules import Answer, OfferState, OwnRule, SpanDetails
from app.preventive.settling import remove_risk, save_preventive_rule, save_risk
from app.visiting.actions import record_visit
from app.visiting.rules import VisitPlan, VisitRecord
from db.letters import Letter
from db.preventive import PreventiveOffer
from tests.factories.preventive import TODAY, YEAR, answered, born, danish, due

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.letters.mass.running import Finished
    from app.office import Office
    from app.preventive.queries import DueRow


@pytest.fixture
def dk(office: Office) -> Office:
    """A Danish office."""
    danish(office)
    return office


def _one(office: Office) -> DueRow:
    (row,) = due(office)
    return row


def test_a_declined_yearly_visit_is_offered_again_next_year(dk: Office) -> None:
    inge = born(dk, "10.06.1940")
    answered(dk, inge, date(2026, 6, 10), OfferState.DECLINED, reason="well")

    assert _one(dk).state is OfferState.DECLINED
    known = dk.ask(preventive_file, inge, TODAY)
    assert known is not None
    assert known.offers[0].next_due == date(2027, 6, 10)
    assert [one.due_on for one in known.coming] == [date(2027, 6, 10)]


def test_a_moved_visit_is_due_on_its_new_day(dk: Office) -> None:
    inge = born(dk, "10.06.1940")
    answered(dk, inge, date(2026, 6, 10), OfferState.MOVED, again_on=date(2026, 12, 15))

    assert _one(dk).due_on == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (Answer("nonsense"), "state"),
        (Answer(OfferState.DECLINED), "on"),
        (Answer(OfferState.DECLINED, date(2026, 11, 24)), "on"),
        (Answer(OfferState.DECLINED, TODAY, reason="x"), "reason"),
        (Answer(OfferState.MOVED, TODAY, again_on=TODAY), "again_on"),
        (Answer(OfferState.VISITED, TODAY, way="x"), "way"),
        (Answer(OfferState.DECLINED, TODAY, note="\x00"), "note"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_beside_its_field(
    dk: Office, answer: Answer, field: str
) -> None:
    born(dk, "10.06.1940")
    with pytest.raises(Refused) as refused:
        dk.act(record_answers, (occasion_of(_one(dk)),), answer)

    assert [problem.field for problem in refused.value.problems] == [field]
    assert _one(dk).version == 0


def test_answers_of_several_are_recorded_at_once_and_undone_at_once(dk: Office) -> None:
    born(dk, "10.06.1940")
    bo = born(dk, "10.06.1941", given_name="Bo")
    answered(dk, bo, date(2026, 6, 10), OfferState.OFFERED)
    before = dk.act(
        record_answers,
        tuple(occasion_of(row) for row in due(dk)),
        Answer(OfferState.DECLINED, TODAY),
    ).value
    assert {row.state for row in due(dk)} == {OfferState.DECLINED}

    dk.act(undo_answers, before)
    assert sorted((row.given_name, row.state) for row in due(dk)) == [
        ("Bo", OfferState.OFFERED),
        ("Inge", OfferState.DUE),
    ]


def test_what_others_changed_since_is_not_overwritten(dk: Office) -> None:
    inge = born(dk, "10.06.1940")
    old = occasion_of(_one(dk))
    answered(dk, inge, date(2026, 6, 10), OfferState.OFFERED)

    with pytest.raises(Conflict):
        dk.act(record_answers, (old,), Answer(OfferState.DECLINED, TODAY))


def _accepted(dk: Office, inge: UUID) -> UUID:
    visit_id = uuid4()
    plan = VisitPlan(inge, "Anna Beispiel", TODAY, time(9), time(9, 45))
    dk.act(accept_with_visit, occasion_of(_one(dk)), visit_id, plan)
    return visit_id


def test_an_accepted_visit_stands_in_the_calendar_and_makes_it_visited_once_held(
    dk: Office,
) -> None:
    inge = born(dk, "10.06.1940")
    visit_id = _accepted(dk, inge)
    assert (_one(dk).state, _one(dk).visit_at) == (
        OfferState.ACCEPTED,
        datetime(2026, 11, 23, 9),  # noqa: DTZ001 - local wall-clock time
    )
    with pytest.raises(Refused):
        dk.act(record_answers, (occasion_of(_one(dk)),), Answer(OfferState.DECLINED, TODAY))

    dk.act(record_visit, visit_id, 1, VisitRecord(held=True, start=time(9), end=time(9, 45)))
    assert (_one(dk).state, _one(dk).visited_on) == (OfferState.VISITED, TODAY)
    known = dk.ask(preventive_file, inge, TODAY)
    assert known is not None
    assert known.offers[0].next_due == date(2027, 11, 23)
    assert [one.due_on for one in known.coming] == [date(2027, 11, 23)]


def test_a_visit_that_cannot_be_planned_leaves_the_offer_as_it_was(dk: Office) -> None:
    inge = born(dk, "10.06.1940")
    plan = VisitPlan(inge, "", TODAY, time(9), None)
    with pytest.raises(Refused):
        dk.act(accept_with_visit, occasion_of(_one(dk)), uuid4(), plan)

    assert _one(dk).version == 0


def test_figures_add_up(dk: Office) -> None:
    for number, state in enumerate(OfferState):
        person = born(dk, "10.06.1940", given_name=f"Person {number}")
        if state is not OfferState.DUE:
            answered(dk, person, date(2026, 6, 10), state, again_on=date(2026, 12, 1))
    born(dk, "10.06.1951")

    rule_82, total = (dk.ask(figures, YEAR, TODAY)[at] for at in (1, 2))
    states = (total.due, total.offered, total.accepted, total.visited)
    more = (total.declined, total.moved, total.exempt)
    assert (total.all, states, more) == (8, (2, 1, 1, 1), (1, 1, 1))
    assert (rule_82.rule_code, rule_82.all, rule_82.letters) == ("dk_82", 7, 5)


def _wave(
    dk: Office, folder: Path, run_id: UUID, rows: tuple[DueRow, ...], *, is_reminder: bool = False
) -> tuple[Finished, ...]:
    wish = RunWish(
        "preventive_visit_offer",
        Choice(typed=(("answer_day", "7. december 2026"),)),
        "Forebyggende hjemmebesøg",
        "dk_82",
        basis="public_task",
        per_household=False,
    )
    occasions = {row.person_id: occasion_of(row) for row in rows}
    plan = dk.ask(plan_run, wish, tuple(occasions), TODAY)
    mailing = Mailing(wish, plan, folder, TODAY)
    while not mailing.is_drawn:
        dk.ask(mailing.compose)
        mailing.draw()
    dk.act(begin_run, run_id, wish, plan.left_out)
    for batch in mailing.batches():
        dk.act(keep_offer_letters, run_id, wish, batch, occasions, is_reminder=is_reminder)
    made = tuple(mailing.finished)
    mailing.finish()
    return made


def _letters(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(Letter)).scalar_one()


def test_a_wave_offers_each_visit_once_however_often_it_is_sent(dk: Office, tmp_path: Path) -> None:
    born(dk, "10.06.1940")
    born(dk, "10.06.1941", given_name="Bo", street="")
    rows, run_id = due(dk), uuid4()
    _wave(dk, tmp_path / "one", run_id, rows)
    _wave(dk, tmp_path / "again", run_id, rows)
    _wave(dk, tmp_path / "other", uuid4(), rows)

    states = {row.given_name: row.state for row in due(dk)}
    assert states == {"Inge": OfferState.OFFERED, "Bo": OfferState.DUE}
    assert dk.ask(_letters) == 1
    (inge,) = (row for row in due(dk) if row.letter_id)
    assert inge.offered_on == TODAY

    _wave(dk, tmp_path / "reminder", uuid4(), (inge,), is_reminder=True)
    _wave(dk, tmp_path / "reminder 2", uuid4(), (inge,), is_reminder=True)
    assert dk.ask(_letters) == 2
    assert dk.ask(_reminded) == [TODAY]


def _reminded(connection: Connection) -> list[date | None]:
    asked = select(PreventiveOffer.reminded_on).where(PreventiveOffer.letter_id.is_not(None))
    return list(connection.execute(asked).scalars())


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (OwnRule("", least_age=70, valid_from=TODAY), "title"),
        (OwnRule("A", valid_from=TODAY), "least_age"),
        (OwnRule("A", least_age=20, valid_from=TODAY), "least_age"),
        (OwnRule("A", "yearly", least_age=80, most_age=70, valid_from=TODAY), "most_age"),
        (OwnRule("A", least_age=70, most_age=75, valid_from=TODAY), "most_age"),
        (OwnRule("A", "need", valid_from=TODAY), "risk_code"),
        (OwnRule("A", least_age=70), "valid_from"),
        (OwnRule("A", least_age=70, after_days=900, valid_from=TODAY), "after_days"),
        (OwnRule("A", "sometimes", least_age=70, valid_from=TODAY), "repeats"),
    ],
)
def test_an_own_rule_that_cannot_be_is_refused(dk: Office, rule: OwnRule, field: str) -> None:
    with pytest.raises(Refused) as refused:
        dk.act(save_preventive_rule, "own", 0, rule)

    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_risk_is_changed_and_removed(dk: Office) -> None:
    inge, risk_id = born(dk, "10.06.1955"), uuid4()
    dk.act(save_risk, risk_id, 0, inge, SpanDetails("isolated", TODAY))
    dk.act(save_risk, risk_id, 1, inge, SpanDetails("other", TODAY, note="falls"))
    with pytest.raises(Conflict):
        dk.act(save_risk, risk_id, 1, inge, SpanDetails("isolated", TODAY))
    known = dk.ask(preventive_file, inge, TODAY)
    assert known is not None
    assert [(each.code, each.note) for each in known.risks] == [("other", "falls")]

    dk.act(remove_risk, risk_id)
    assert not due(dk)
