"""Choosing how the office treats small numbers."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from app.admin.office_settings import save_office_setting
from app.errors import Refused
from app.small_numbers.queries import SMALL_NUMBERS, office_safeguard
from app.small_numbers.rules import check_safeguard

if TYPE_CHECKING:
    from app.office import Act
    from app.small_numbers.rules import Safeguard


def choose_safeguard(act: Act, safeguard: Safeguard) -> Safeguard:
    """Choose from which number on figures are told; answer what held before, for undo.

    Raises `Refused` for what is not offered.
    """
    if problems := check_safeguard(safeguard):
        raise Refused(*problems)
    before = office_safeguard(act.session.connection())
    save_office_setting(act, SMALL_NUMBERS, asdict(safeguard))
    return before
