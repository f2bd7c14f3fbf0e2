"""An open office on a server: the same acts and questions, without files of its own to mind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from app.admin.rules import BackupReason
from app.errors import N_, Problem, Refused, Unavailable
from app.office import Act, Done, Office
from app.server.queries import how_i_work
from db.server_trouble import ONLY_A_COPY, ONLY_A_COPY_REMEDY
from db.shared import NO_RIGHT_HERE, open_shared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from app.admin.rules import BackupFacts
    from app.server.joining import Credentials
    from app.server.rules.profile import Profile

T = TypeVar("T")
P = ParamSpec("P")

CLOSED = N_("The office is locked.")
SERVER_BACKS_UP = N_("The backups of a shared office are made on its server.")
SERVER_BACKS_UP_REMEDY = N_("Ask the administrator of the office about them.")


def _now() -> datetime:
    return datetime.now(UTC)


def open_shared_office(
    place: Path,
    profile: Profile,
    credentials: Credentials,
    clock: Callable[[], datetime] = _now,
) -> SharedOffice:
    """Open a shared office; who works there is what the server says, not what anybody types.

    Raises `Refused` for a wrong password or someone who is not a colleague, `Unavailable` as
    `db.shared.open_shared` does.
    """
    engine = open_shared(replace(profile, login=credentials.login), credentials.password)
    try:
        who, is_copy = Office(engine, who="").ask(how_i_work)
    except BaseException:
        engine.dispose()
        raise
    if not who:
        engine.dispose()
        raise Refused(Problem(NO_RIGHT_HERE, "login"))
    office = SharedOffice(engine, place, who, clock)
    office.is_read_only = is_copy
    return office


class SharedOffice(Office):
    """An office on a server, as one colleague sees it."""

    is_demo = False

    def __init__(
        self, engine: Engine, place: Path, who: str, clock: Callable[[], datetime]
    ) -> None:
        """Stand on an opened engine; `place` is the profile it was opened with."""
        super().__init__(engine, who=who, clock=clock)
        self.folder = place
        self.is_read_only = False
        """Whether the server is a copy that follows another one."""
        self._is_closed = False

    def ask(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question as `Office.ask` does, as long as the office is open."""
        self._need_open()
        return super().ask(query, *args, **kwargs)

    def act(
        self, action: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Carry out an action as `Office.act` does, where the server can be written."""
        self._need_open()
        if self.is_read_only:
            raise Unavailable(ONLY_A_COPY, ONLY_A_COPY_REMEDY)
        return super().act(action, *args, **kwargs)

    def back_up(self, reason: BackupReason = BackupReason.ASKED) -> BackupFacts:
        """Say who makes the backups: a desk sees only what its colleague may see."""
        del reason
        raise Unavailable(SERVER_BACKS_UP, SERVER_BACKS_UP_REMEDY)

    def back_up_if_due(self, reason: BackupReason = BackupReason.SCHEDULE) -> BackupFacts | None:
        """Answer None: nothing is ever due on this computer."""
        del reason
        return None

    def backups(self) -> tuple[BackupFacts, ...]:
        """Answer none: they lie on the server."""
        return ()

    def newest_backup(self) -> datetime | None:
        """Answer None: the server alone knows."""
        return None

    def close(self) -> None:
        """Close every connection; no late question opens one again."""
        self._is_closed = True
        super().close()

    def _need_open(self) -> None:
        if self._is_closed:
            raise Unavailable(CLOSED)
