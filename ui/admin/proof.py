"""Saying once more who one is: the passphrase or password of the office that is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.admin import offices
from app.errors import Refused
from app.server.joining import Credentials, read_profile_file
from ui.admin.office_jobs import ways_of
from ui.desk_contracts import Asked

if TYPE_CHECKING:
    from app.admin.rules import WaysIn
    from ui.admin.office_jobs import OpenOffice


class Proof:
    """Asks for what opens the office that is open, and compares; runs on the desk's thread."""

    def __init__(self, office: OpenOffice) -> None:
        """Stand for an open office."""
        self._office = office

    def asked(self) -> Asked:
        """Answer what is asked for; a demo office, which has no secrets, asks for nothing."""
        ways = ways_of(self._office.folder)
        if self._office.is_demo or ways.is_demo:
            return Asked.NOTHING
        if ways.is_shared:
            return Asked.PASSWORD
        return Asked.PASSPHRASE if ways.passphrase else Asked.RECOVERY_KEY

    def check(self, typed: str) -> None:
        """Go on only with the right passphrase or password; raises `Refused` beside "typed"."""
        ways = ways_of(self._office.folder)
        asked = self.asked()
        try:
            if asked is Asked.PASSWORD:
                self._log_in(ways, typed)
            elif asked is Asked.PASSPHRASE:
                offices.key_from_passphrase(self._office.folder, typed)
            elif asked is Asked.RECOVERY_KEY:
                offices.key_from_recovery(self._office.folder, typed)
        except Refused as refused:
            said = (replace(problem, field="typed") for problem in refused.problems)
            raise Refused(*said) from refused

    def _log_in(self, ways: WaysIn, typed: str) -> None:
        from app.server.shared_office import (  # noqa: PLC0415 - brings the library of the server
            check_password,
        )

        credentials = Credentials(ways.login, typed)
        check_password(read_profile_file(self._office.folder), credentials)
