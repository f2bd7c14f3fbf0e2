"""Brings about the screens of appointments and mediators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.booking.queries import coming_halts
from ui.mobile_advice.booking.appointments_page import AppointmentsPage
from ui.mobile_advice.mediators.mediators_page import MediatorsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.booking.queries import HaltCount
    from tests.screenshots.stage import Stage


def show_halt(stage: Stage) -> QWidget:
    """Show the day of a stop at which people are booked."""
    window = stage.go_to(Place("appointments", _halt(stage)))
    stage.settle()
    (page,) = window.findChildren(AppointmentsPage)
    page.focus_card()
    return window


def book_appointment(stage: Stage) -> QWidget:
    """Show the form of a new appointment with the next free time."""
    return stage.go_to(Place("appointments", None, "new"))


def show_waiting(stage: Stage) -> QWidget:
    """Show who waits for a time."""
    return stage.go_to(Place("appointments", None, "waiting"))


def show_reminders(stage: Stage) -> QWidget:
    """Show who is to be reminded."""
    return stage.go_to(Place("appointments", None, "reminders"))


def write_reminders(stage: Stage) -> QWidget:
    """Show the letters that remind."""
    window = show_reminders(stage)
    stage.settle()
    (page,) = window.findChildren(AppointmentsPage)
    page.panel.reminders.letters_button.click()
    return window


def show_requests(stage: Stage) -> QWidget:
    """Show the requests for mediators, and the first of them."""
    window = stage.go_to(Place("mediators"))
    stage.settle()
    (page,) = window.findChildren(MediatorsPage)
    page.on_clicked(page.list.rows()[0].id)
    return window


def ask_for_mediator(stage: Stage) -> QWidget:
    """Show a request with who could come."""
    window = show_requests(stage)
    stage.settle()
    (page,) = window.findChildren(MediatorsPage)
    page.on_edit_wanted()
    return window


def show_pools(stage: Stage) -> QWidget:
    """Show the pools."""
    return stage.go_to(Place("mediators", None, "pools"))


def _halt(stage: Stage) -> UUID:
    found: list[tuple[HaltCount, ...]] = []
    stage.desk.ask(coming_halts, stage.desk.local_now).then(found.append)
    stage.settle()
    (halts,) = found
    return max(halts[:12], key=lambda one: (one.queue > 0, one.booked)).id
