"""The federal state of a German office: its holidays decide when a period ends."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.admin.office_settings import Setting, office_setting, save_office_setting
from app.errors import N_, Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from app.office import Act

STATES: Mapping[str, str] = MappingProxyType(
    {
        "BW": "Baden-Württemberg",
        "BY": "Bayern",
        "BE": "Berlin",
        "BB": "Brandenburg",
        "HB": "Bremen",
        "HH": "Hamburg",
        "HE": "Hessen",
        "MV": "Mecklenburg-Vorpommern",
        "NI": "Niedersachsen",
        "NW": "Nordrhein-Westfalen",
        "RP": "Rheinland-Pfalz",
        "SL": "Saarland",
        "SN": "Sachsen",
        "ST": "Sachsen-Anhalt",
        "SH": "Schleswig-Holstein",
        "TH": "Thüringen",
    }
)
"""By the second half of their ISO 3166-2 code; names are not translated."""

FEDERAL_STATE = Setting("federal_state", default="")
NO_STATE = N_(
    "The letter names the last day to object. Choose the federal state of the office: its "
    "holidays decide which day that is."
)
NOT_A_STATE = N_("Please choose one of the entries offered.")


def federal_state(connection: Connection) -> str:
    """Answer the code of the office's federal state; "" while nobody has said it."""
    return office_setting(connection, FEDERAL_STATE)


def choose_state(act: Act, code: str) -> str:
    """Say in which federal state the office is; answer what held before.

    Raises `Refused` for a code that is none of `STATES`.
    """
    if code not in STATES:
        raise Refused(Problem(NOT_A_STATE, "federal_state"))
    before = save_office_setting(act, FEDERAL_STATE, code)
    act.touch("letters")
    return before
