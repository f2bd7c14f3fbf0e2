"""From a lonely person's first call to a visit every week, without a mouse, in two languages."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from app.clients.queries import home_country
from app.visiting.actions import record_visit
from app.visiting.rules import VisitRecord
from app.volunteers.rules import Assessment, CertificateKind
from db.escalation import Escalation, EscalationStep
from db.exchange import ExportLog
from db.matches import Match
from db.series import VisitSeries
from db.visiting import Visit
from tests.factories.clients import add_client
from tests.factories.visits import visit_planned
from tests.factories.volunteers import add_volunteer, prove
from tests.stories.people import Walk, desktop, program

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own"),
    pytest.mark.parametrize("language", ["de", "da"]),
]
BERTA, CORA = "Berta Sand", "Cora Linde"
PHONE = "0211 4710100"
REQUIRED = ("interview", "certificate", "confidentiality", "training")


def _today() -> datetime:
    return datetime.now(UTC).astimezone().replace(tzinfo=None)


def _day(after: int) -> str:
    return f"{_today() + timedelta(days=after):%d.%m.%Y}"


def test_from_the_first_call_to_a_visit_every_week(tmp_path: Path, language: str) -> None:
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            _add_active(office, CORA)
            _add_active(office, BERTA, dementia_experience=True)
        with program(on) as walk:
            _take_the_call(walk)
            _say_wishes(walk)
            _bring_together(walk)
            _plan_every_week(walk)
            _send_somebody_else(walk)
            _print_the_week(walk, tmp_path / "woche.pdf")
        on.look(_see_visits)


def _add_active(office: Office, name: str, **file: bool) -> None:
    """Add a volunteer who may visit today and in a year's time."""
    today = _today().date()
    person = add_volunteer(office, name, applied_on=today - timedelta(days=60), **file)
    for code in REQUIRED:
        details = _certificate(office, today) if code == "certificate" else {}
        prove(office, person, code, inspected_on=today - timedelta(days=40), **details)


def _certificate(office: Office, today: date) -> dict[str, Any]:
    """Answer what each country wants to know of a certificate."""
    if office.ask(home_country) == "DE":
        return {"issued_on": today - timedelta(days=50)}
    return {
        "certificate_kind": CertificateKind.PRIVATE,
        "consent_requested_on": today - timedelta(days=50),
        "assessment": Assessment.SUITABLE,
        "issued_on": None,
        "has_excluding_entry": None,
    }


def _take_the_call(walk: Walk) -> None:
    walk.go_to("ctrl+8", "intake")
    walk.press("ctrl+n")
    walk.wait_for_focus("RequestForm", "ClientPicker")
    walk.tick("is_new")
    walk.fill("given_name", "Gerda")
    walk.fill("family_name", "Holm")
    walk.choose("source", "self")
    walk.answer_yes("own_consent")
    walk.fill("consent_on", _day(0))
    walk.choose("consent_how", "spoken")
    walk.save("intake")
    walk.push("RequestCardView", ".decide_button", most=80)
    walk.wait_for_focus("DecisionForm", ".stage")
    walk.choose_here("waiting")
    walk.fill("waiting_reason", "Jemand in der Naehe")
    walk.save("intake")


def _say_wishes(walk: Walk) -> None:
    walk.find_person("gerda")
    walk.open_tab("MatchingTab")
    walk.push(".wishes")
    walk.wait_for_focus("WishForm", ".service_kind")
    walk.tick("dementia")
    walk.fill("about", "Jemand zum Reden")
    walk.picture("wishes")
    walk.save("matches")


def _bring_together(walk: Walk) -> None:
    """Berta is proposed, comes along once, comes on trial, and then every week."""
    before = len(walk.state()["touched"])
    walk.wait(lambda state: "CandidatesCard" in state["shown"], "who could visit")
    walk.tab_to("CandidatesCard", place_in_row=0, most=80)
    walk.picture("candidates")
    # The first button of the card prints it; the next proposes the best candidate.
    walk.press("Tab", "space")
    walk.changed("matches", before)
    for stage in ("introduced", "trial", "running"):
        walk.push("MatchesCard", place_in_row=1, most=80)
        walk.wait_for_focus("StepForm")
        walk.tab_to(".stage")
        walk.choose_here(stage)
        walk.picture(stage)
        walk.save("matches")


def _plan_every_week(walk: Walk) -> None:
    """The match knows who and whom; when and how often is said."""
    walk.push("MatchesCard", place_in_row=3, most=80)
    walk.wait_for_focus("SeriesForm")
    walk.choose("frequency", "weekly")
    walk.fill("starts_on", _day(1))
    walk.fill("start", "10:00")
    walk.fill("end", "11:00")
    walk.picture("series")
    walk.save("visiting")


def _send_somebody_else(walk: Walk) -> None:
    """Berta is ill for a week; Cora goes instead."""
    walk.find_person("berta")
    walk.open_tab("VolunteerTab")
    walk.push("VolunteerTab", ".edit_button")
    walk.wait_for_focus("VolunteerForm")
    walk.push(".absences", ".add_button", most=120)
    walk.wait_for_focus("AbsenceRow")
    walk.fill("from_day", _day(0))
    walk.fill("until_day", _day(6))
    walk.save("volunteers")
    before = len(walk.state()["touched"])
    walk.push("VolunteerTab", ".away_button")
    walk.wait(lambda state: "SubstituteLine" in state["shown"], "who could come instead")
    walk.tab_to("SubstituteLine", ".choice")
    walk.picture("substitute")
    walk.push("SubstituteLine", ".send_button")
    walk.changed("visiting", before)


def _print_the_week(walk: Walk, file: Path) -> None:
    walk.go_to("ctrl+3", "visiting")
    walk.press("ctrl+p")
    walk.wait(lambda state: state["modal"] == "PaperDialog" and state["pages"], "the pages")
    walk.picture("week")
    walk.push(".save_button")
    walk.choose_file(file)
    walk.wait(lambda _state: file.exists(), "the week")
    assert file.read_bytes().startswith(b"%PDF")
    walk.press("Escape")
    walk.wait(lambda state: not state["modal"], "the dialog to close")


def _see_visits(connection: Connection) -> None:
    """Hold what is in the office against what was agreed."""
    match = connection.execute(select(Match.id, Match.stage, Match.running_from)).one()
    assert (match.stage, match.running_from) == ("running", _today().date())
    series = connection.execute(select(VisitSeries.frequency, VisitSeries.match_id)).one()
    assert tuple(series) == ("weekly", match.id)
    visits = connection.execute(
        select(Visit.planned_start, Visit.visitor, Visit.instead_of).order_by(Visit.planned_start)
    ).all()
    first = datetime.combine(_today().date() + timedelta(days=1), time(10))
    assert tuple(visits[0]) == (first, CORA, BERTA)
    assert {visit.visitor for visit in visits[1:]} == {BERTA}
    assert len(visits) > 50
    days = [visit.planned_start - first for visit in visits]
    assert all(day % timedelta(days=7) == timedelta(0) for day in days)
    papers = select(ExportLog.list_name)
    assert set(connection.scalars(papers)) == {"visiting"}


def test_a_worrying_note_is_read_and_a_closed_door_is_followed(
    tmp_path: Path, language: str
) -> None:
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            worried = _visits_of_yesterday(office)
        with program(on) as walk:
            _read_the_note(walk)
            _find_the_door_closed(walk)
            _close_the_concern(walk)
        on.look(partial(_see_concern, worried=worried))


def _visits_of_yesterday(office: Office) -> UUID:
    """Berta was worried about Gerda; nobody said yet how it was at Karl's."""
    yesterday = _today().date() - timedelta(days=1)
    gerda = add_client(office, given_name="Gerda", family_name="Holm")
    karl = add_client(office, given_name="Karl", family_name="Sommer", phone=PHONE)
    visit = visit_planned(office, gerda, yesterday, visitor=BERTA)
    visit_planned(office, karl, yesterday, time(10), visitor=CORA)
    office.work_as(BERTA)
    told = VisitRecord(
        held=True,
        start=time(14),
        end=time(15),
        note="Sie hatte nichts zu essen da.",
        flags=("weight_loss",),
    )
    office.act(record_visit, visit, 1, told)
    return visit


def _read_the_note(walk: Walk) -> None:
    before = len(walk.state()["touched"])
    walk.go_to("ctrl+comma", "more")
    walk.push(".visit_notes")
    # The panel is there before the note is: what cannot be seen is not read.
    walk.wait(lambda state: "RecordLines" in state["shown"], "the note")
    walk.wait_for_focus("UnreadList")
    walk.picture("note")
    walk.press("ctrl+Return")
    walk.changed("visiting", before)
    walk.stays()


def _find_the_door_closed(walk: Walk) -> None:
    """The visit is recorded from My day; the steps stand there at once."""
    before = len(walk.state()["touched"])
    walk.go_to("ctrl+1", "my_day")
    walk.push("WaitingCard", "._button", most=80)
    walk.wait_for_focus("VisitRecordForm")
    walk.press("Right")
    walk.wait_for_focus(".not_held")
    walk.press("space")
    walk.choose("reason", "no_one_opened")
    walk.picture("closed-door")
    walk.press("ctrl+s")
    walk.changed("escalation", before)


def _close_the_concern(walk: Walk) -> None:
    walk.wait(lambda state: "NextCard" in state["shown"], "the steps")
    walk.picture("concern")
    noting = ""
    for result in ("nobody", "knows"):
        walk.tab_to("NextCard", place_in_row=0)
        noting = walk.state()["words"]
        walk.press("space")
        walk.wait_for_focus("StepForm")
        walk.choose("result", result)
        walk.save("escalation")
    # Somebody knows: the first button notes no further step, but closes.
    walk.tab_to("NextCard", place_in_row=0)
    walk.wait(lambda state: state["words"] not in {noting, ""}, "the button that closes")
    walk.press("space")
    walk.wait_for_focus("ClosingForm")
    walk.choose("ending", "away")
    walk.fill("note", "War beim Arzt, sagt die Nichte.")
    walk.picture("closing")
    walk.save("escalation")


def _see_concern(connection: Connection, worried: UUID) -> None:
    read = connection.execute(
        select(Visit.read_by, Visit.is_unread).where(Visit.id == worried)
    ).one()
    assert tuple(read) == ("Anna Beispiel", False)
    concern = connection.execute(
        select(Escalation.closed_by, Escalation.closing_note, Escalation.visit_id)
    ).one()
    assert (concern.closed_by, concern.closing_note) == (
        "Anna Beispiel",
        "War beim Arzt, sagt die Nichte.",
    )
    assert concern.visit_id is not None
    steps = connection.scalars(select(EscalationStep.result)).all()
    assert sorted(steps) == ["knows", "nobody"]
