"""Asking about appointments: free times, the day of a halt, a person's, who is to be reminded."""

from app.mobile_advice.booking.queries.beginning import WaitRow
from app.mobile_advice.booking.queries.board import CrewName, HaltBoard, halt_board
from app.mobile_advice.booking.queries.halts import (
    FreeSlot,
    HaltCount,
    coming_halts,
    find_slots,
    halt_row,
    held_at,
    slot_key,
)
from app.mobile_advice.booking.queries.lists import (
    AppointmentToEdit,
    StopName,
    TourDayRow,
    appointment_row,
    appointment_to_edit,
    appointments_of,
    stop_names,
    to_be_told,
    to_remind,
    waiting_people,
)
from app.mobile_advice.booking.statements import AppointmentRow, HaltRow

__all__ = [
    "AppointmentRow",
    "AppointmentToEdit",
    "CrewName",
    "FreeSlot",
    "HaltBoard",
    "HaltCount",
    "HaltRow",
    "StopName",
    "TourDayRow",
    "WaitRow",
    "appointment_row",
    "appointment_to_edit",
    "appointments_of",
    "coming_halts",
    "find_slots",
    "halt_board",
    "halt_row",
    "held_at",
    "slot_key",
    "stop_names",
    "to_be_told",
    "to_remind",
    "waiting_people",
]
