"""Scenes of duplicates, colleagues and privacy: what the demo office has none of is made first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QTabWidget
from sqlalchemy import select

from app.clients.actions import add_client
from app.clients.queries import as_details, client_card, client_window
from app.linking.actions import keep_pairs
from app.linking.queries import FoundPair
from app.privacy.looking import note_looks
from db.people import Person, PersonRole
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy import Connection

    from app.office import Act
    from tests.screenshots.stage import Stage

_REASONS = (
    ("same given name", "family name differs by a typing error", "same birth date"),
    ("names swapped", "day and month swapped", "same address"),
    ("given name sounds alike (Kölner Phonetik)", "same family name", "nearly the same address"),
)


def show_duplicates(stage: Stage) -> QWidget:
    """Show three pairs to decide."""
    _do(stage, _double_some)
    return stage.go_to(Place("duplicates"))


def show_by_hand(stage: Stage) -> QWidget:
    """Show what comes together when somebody chose two cards."""
    from ui.linking.by_hand import ByHand  # noqa: PLC0415 - made with the window

    window = stage.go_to(Place("duplicates", stage.client_id, "same"))
    stage.settle()
    for hand in window.findChildren(ByHand):
        other = _ask(stage, client_window, 3, 1)[0]
        hand.other.set_record(other.id, other.name)
        hand.other.chosen.emit(other.id)
    stage.settle()
    return window


def show_keeping(stage: Stage) -> QWidget:
    """Show what would go when two people stopped long ago."""
    _do(stage, _end_some)
    return stage.go_to(Place("keeping"))


def show_periods(stage: Stage) -> QWidget:
    """Show the periods, one of them chosen."""
    from ui.privacy.keeping_page import KeepingPage  # noqa: PLC0415 - made with the window

    window = show_keeping(stage)
    stage.settle()
    for page in window.findChildren(KeepingPage):
        page.tabs.setCurrentIndex(1)
        page.periods.table.choose_first()
    return window


def show_members(stage: Stage) -> QWidget:
    """Show the form of the first colleague."""
    from ui.access.members_page import MembersPage  # noqa: PLC0415 - made with the window

    window = stage.go_to(Place("members"))
    stage.settle()
    for page in window.findChildren(MembersPage):
        page.add()
    return window


def show_rights(stage: Stage) -> QWidget:
    """Show what each role may do."""
    from ui.access.members_page import MembersPage  # noqa: PLC0415 - made with the window

    window = stage.go_to(Place("members"))
    for page in window.findChildren(MembersPage):
        page.tabs.setCurrentIndex(1)
    return window


def show_privacy(stage: Stage) -> QWidget:
    """Show the last tab of a person's card, with looks of two colleagues."""
    _do(stage, note_looks, [stage.client_id])
    window = stage.go_to(Place("clients", stage.client_id))
    stage.settle()
    for tabs in window.findChildren(QTabWidget):
        tabs.setCurrentIndex(tabs.count() - 1)
    return window


def show_twin(stage: Stage) -> QWidget:
    """Show the hint while somebody known is typed anew."""
    from ui.clients.client_form import ClientForm  # noqa: PLC0415 - made with the window

    known = _ask(stage, client_card, stage.client_id)
    window = stage.go_to(Place("clients", None, "new"))
    stage.settle()
    details = as_details(known)
    for form in window.findChildren(ClientForm):
        for name in ("given_name", "family_name", "birth"):
            form.fields.field(name).input.restore_text(getattr(details, name))
        form.twins.look()
    return window


def _double_some(act: Act) -> None:
    connection = act.session.connection()
    for person_id, reasons in zip(_some(connection), _REASONS, strict=True):
        card = client_card(connection, person_id)
        assert card is not None
        details = as_details(card)
        double = add_client(act, uuid4(), details)
        keep_pairs(act, [FoundPair(person_id, double, 0.97 - len(reasons[0]) / 100, reasons)])


def _end_some(act: Act) -> None:
    long_ago = (act.now - timedelta(days=5000)).date()
    for person_id in _some(act.session.connection()):
        person = act.session.get_one(Person, person_id)
        person.status, person.status_from = "deceased", long_ago


def _some(connection: Connection) -> list[Any]:
    return list(connection.scalars(select(PersonRole.person_id).order_by(PersonRole.id).limit(3)))


def _do(stage: Stage, action: Any, *args: Any) -> None:  # noqa: ANN401 - any action
    waiting = QEventLoop()
    stage.desk.act(action, *args).then(lambda _done: waiting.quit())
    waiting.exec()


def _ask(stage: Stage, query: Any, *args: Any) -> Any:  # noqa: ANN401 - any question
    found: list[Any] = []
    waiting = QEventLoop()

    def keep(answer: object) -> None:
        found.append(answer)
        waiting.quit()

    stage.desk.ask(query, *args).then(keep)
    waiting.exec()
    return found[0]
