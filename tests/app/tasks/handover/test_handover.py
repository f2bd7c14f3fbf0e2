"""Work goes from one colleague to another in one act, and back."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from pypdfium2 import PdfDocument

from app.access.rules import Role
from app.admin.queries import recent_audit_lines
from app.clients.queries import client_card
from app.errors import Conflict, Refused
from app.tasks.actions import change_task
from app.tasks.handover.actions import hand_over, take_back_handover
from app.tasks.handover.paper import handover_pdf
from app.tasks.handover.queries import desk_of, recent_handovers
from app.tasks.queries import Show, task_list
from app.tasks.rules import HandoverKind, HandoverWish
from app.visiting.queries import visit_details
from db.journal import Note
from db.people import Person
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.factories.tasks import ANNA, KARIN, hide, join, task_added, task_values
from tests.factories.visits import MONDAY, visit_planned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.office import Act, Office
    from app.tasks.handover.rows import Piece

DAY = timedelta(days=1)
K = HandoverKind


def desk(office: Office, who: str = ANNA, to_who: str = KARIN) -> tuple[Piece, ...]:
    return office.ask(desk_of, who, office.local_now, to_who)


def wish(
    pieces: Sequence[Piece], from_who: str = ANNA, to_who: str = KARIN, reason: str = ""
) -> HandoverWish:
    chosen = tuple((piece.kind, piece.id, piece.version) for piece in pieces)
    return HandoverWish(from_who, to_who, reason, chosen)


def note_to_follow(office: Office, person_id: UUID, who: str, **more: str) -> UUID:
    note_id = uuid4()

    def write(act: Act) -> None:
        act.session.add(
            Note(
                id=note_id, person_id=person_id, serial=note_id.int >> 65, happened_at=NOW,
                written_at=NOW, author=KARIN, follow_up="open", follow_up_for=who,
                follow_up_due=MONDAY, text="Call again.", **more,
            )
        )  # fmt: skip

    office.act(write)
    return note_id


def take_charge(office: Office, person_id: UUID, who: str) -> None:
    def write(act: Act) -> None:
        act.session.get_one(Person, person_id).responsible = who

    office.act(write)


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office)


@pytest.fixture
def full(office: Office, erna: UUID) -> tuple[Piece, ...]:
    """Everything of Anna's desk: one piece of each kind."""
    take_charge(office, erna, ANNA)
    task_added(office, person_id=erna, due_on=MONDAY)
    task_added(office, title="Look again", assignee="Ben", reviewer=ANNA, review_on=MONDAY)
    note_to_follow(office, erna, ANNA)
    visit_planned(office, erna, MONDAY + DAY, visitor=ANNA)
    return desk(office)


def test_a_desk_shows_one_kind_after_the_other_and_nothing_of_others(
    office: Office, erna: UUID, full: tuple[Piece, ...]
) -> None:
    task_added(office, assignee=KARIN)
    visit_planned(office, erna, MONDAY - DAY, visitor=ANNA)
    assert [piece.kind for piece in full] == list(HandoverKind)
    assert desk(office) == full
    assert [piece.on for piece in full] == [MONDAY, MONDAY, MONDAY, None, MONDAY + DAY]
    assert not desk(office, "Nobody")


def test_everything_goes_to_the_colleague_in_one_act_with_one_audit_line(
    office: Office, full: tuple[Piece, ...]
) -> None:
    handed = office.act(hand_over, wish(full, reason="On leave until Easter"))
    assert handed.value.pieces == 5
    assert handed.features == {"tasks", "journal", "clients", "visiting"}
    assert not desk(office)
    assert [piece.id for piece in desk(office, KARIN)] == [piece.id for piece in full]
    (row,) = office.ask(recent_handovers)
    assert (row.by, row.from_who, row.to_who, row.pieces) == (ANNA, ANNA, KARIN, 5)
    assert row.reason == "On leave until Easter"
    lines = [line.action for line in office.ask(recent_audit_lines)]
    assert lines.count("hand_over") == 1


def test_what_is_not_chosen_stays_where_it_is(office: Office, full: tuple[Piece, ...]) -> None:
    office.act(hand_over, wish(full[:3]))
    assert [piece.kind for piece in desk(office)] == [K.RESPONSIBLE, K.VISIT]


def test_undo_gives_everything_back_and_keeps_the_audit(
    office: Office, full: tuple[Piece, ...]
) -> None:
    handed = office.act(hand_over, wish(full)).value
    office.act(take_back_handover, handed.id)
    assert [piece.id for piece in desk(office)] == [piece.id for piece in full]
    assert not office.ask(recent_handovers)
    assert {"hand_over", "take_back_handover"} <= {
        line.action for line in office.ask(recent_audit_lines)
    }
    with pytest.raises(Refused):
        office.act(take_back_handover, handed.id)


def test_what_went_on_to_a_third_one_is_not_taken_back(
    office: Office, full: tuple[Piece, ...]
) -> None:
    handed = office.act(hand_over, wish(full[:1])).value
    office.act(change_task, full[0].id, 2, task_values(assignee="Ben"))
    with pytest.raises(Refused):
        office.act(take_back_handover, handed.id)
    assert "Ben" in {task.assignee for task in office.ask(task_list, Show.OPEN, MONDAY, ANNA).tasks}


def test_a_piece_that_changed_meanwhile_stops_the_whole_handover(
    office: Office, erna: UUID, full: tuple[Piece, ...]
) -> None:
    office.act(change_task, full[0].id, 1, task_values(title="New", person_id=erna))
    with pytest.raises(Conflict):
        office.act(hand_over, wish(full))
    assert len(desk(office)) == 5


def test_a_visit_that_would_book_somebody_twice_stops_the_whole_handover(
    office: Office, full: tuple[Piece, ...]
) -> None:
    visit_planned(office, add_client(office), MONDAY + DAY, time(14, 30), visitor=KARIN)
    with pytest.raises(Refused):
        office.act(hand_over, wish(full))
    assert len(desk(office)) == 5


def test_a_handed_visit_has_another_visitor_and_the_person_another_colleague(
    office: Office, erna: UUID, full: tuple[Piece, ...]
) -> None:
    office.act(hand_over, wish(full))
    visit = office.ask(visit_details, full[-1].id)
    assert visit is not None
    assert visit.visit.visitor == KARIN
    assert office.ask(client_card, erna) is not None


def test_the_work_of_others_needs_the_right_and_ones_own_does_not(office: Office) -> None:
    task_added(office)
    task_added(office, assignee=KARIN)
    join(office, "Chef", Role.ADMINISTRATOR)
    office.work_as("Chef")
    join(office, ANNA, Role.CASEWORKER)
    office.work_as(ANNA)
    others = wish(desk(office, KARIN, ANNA), KARIN, ANNA)
    with pytest.raises(Refused) as refused:
        office.act(hand_over, others)
    assert refused.value.problems[0].field == "from_who"
    handed = office.act(hand_over, wish(desk(office))).value
    office.act(take_back_handover, handed.id)
    office.work_as("Chef")
    office.act(hand_over, wish(desk(office, KARIN, ANNA), KARIN, ANNA))
    assert len(desk(office, ANNA)) == 2


def test_hidden_people_are_on_no_desk(office: Office, full: tuple[Piece, ...], erna: UUID) -> None:
    hide(office, erna)
    assert [piece.kind for piece in desk(office)] == [K.REVIEW]
    with pytest.raises(Conflict):
        office.act(hand_over, wish(full))


def test_what_the_colleague_may_not_know_of_is_marked_and_refused(
    office: Office, full: tuple[Piece, ...], erna: UUID
) -> None:
    hide(office, erna, but_from=ANNA)
    found = desk(office)
    assert [piece.is_closed_to_other for piece in found] == [True, False, True, True, True]
    with pytest.raises(Refused) as refused:
        office.act(hand_over, wish(found))
    assert refused.value.problems[0].field == "to_who"
    office.act(hand_over, wish(found[1:2]))
    assert len(full) == 5


def test_notes_that_one_may_not_read_are_on_no_desk(office: Office, erna: UUID) -> None:
    note_to_follow(office, erna, ANNA, access="own")
    assert not desk(office)


def test_days_are_days(office: Office, full: tuple[Piece, ...]) -> None:
    assert {type(piece.on) for piece in full if piece.on} == {date}
    assert len(desk(office)) == 5


def test_the_list_says_per_person_what_is_open_and_the_hint(
    office: Office, full: tuple[Piece, ...], erna: UUID
) -> None:
    def hint(act: Act) -> None:
        act.session.get_one(Person, erna).hint = "Always call the niece first"

    office.act(hint)
    task_added(office, title="About nobody")
    office.act(hand_over, wish(desk(office), reason="On leave"))
    (row,) = office.ask(recent_handovers)
    pdf = office.ask(handover_pdf, row.id, "en", who=ANNA, when=office.local_now)
    assert pdf is not None
    shown = words_of(pdf)
    for words in (
        "Handover list", "Anna Beispiel", "Karin Vogt", "On leave", "Erna Krüger",
        "Always call the niece first", "Task by 23 Nov 2026: Call the pharmacy",
        "Follow-up by 23 Nov 2026 of the note of 23 Nov 2026",
        "Visit on 24 Nov 2026, 14:00 by Karin Vogt", "Task: About nobody",
        "To be looked at on 23 Nov 2026: Look again",
    ):  # fmt: skip
        assert words in shown
    assert "Call again." not in shown
    assert len(full) == 5


def test_a_list_that_was_taken_back_is_gone_and_hidden_people_are_not_on_it(
    office: Office, full: tuple[Piece, ...], erna: UUID
) -> None:
    handed = office.act(hand_over, wish(full)).value
    hide(office, erna)
    pdf = office.ask(handover_pdf, handed.id, "de", who=ANNA, when=office.local_now)
    assert pdf is not None
    assert "Krüger" not in words_of(pdf)
    assert office.ask(handover_pdf, uuid4(), "de", who=ANNA, when=office.local_now) is None


def words_of(pdf: bytes) -> str:
    document = PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.replace("\u2068", "").replace("\u2069", "").split())
