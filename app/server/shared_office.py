"""An open office on a server: the same acts and questions, without files of its own to mind."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from app.admin.rules import BackupReason
from app.drafts.actions import bring_back_draft
from app.drafts.rules import TOO_LARGE
from app.errors import N_, Problem, Refused, Unavailable
from app.office import Act, Done, Office
from app.server.doubts import Doubt, Doubts, Sent
from app.server.kept_here import DRAFTS_KEPT, KEPT_INSTEAD, box_for
from app.server.queries import how_i_work
from db.links import Links
from db.listening import Line
from db.server_trouble import NO_SERVER, NO_SERVER_REMEDY, ONLY_A_COPY, ONLY_A_COPY_REMEDY
from db.shared import NO_RIGHT_HERE, open_shared, shared_engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection, Engine

    from app.admin.rules import BackupFacts
    from app.server.joining import Credentials
    from app.server.rules.profile import Profile
    from db.draft_box import DraftBox

T = TypeVar("T")
P = ParamSpec("P")

CLOSED = N_("The office is locked.")
GIVEN_UP = N_("You have given up this question.")
GIVEN_UP_REMEDY = N_("Ask for less at once, or try again later.")
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
    links = Links()
    engine = open_shared(replace(profile, login=credentials.login), credentials.password, links)
    try:
        who, is_copy = Office(engine, who="").ask(how_i_work)
    except BaseException:
        engine.dispose()
        raise
    if not who:
        engine.dispose()
        raise Refused(Problem(NO_RIGHT_HERE, "login"))
    box = box_for(place, profile, credentials)
    office = SharedOffice(engine, place, who, clock, links, box)
    office.is_read_only = is_copy
    office.aside = _aside(replace(profile, login=credentials.login), credentials, who)
    office.new_line = partial(Line, replace(profile, login=credentials.login), credentials.password)
    return office


def check_password(profile: Profile, credentials: Credentials) -> None:
    """Log in once more and go away again.

    Raises `Refused` for a wrong password, `Unavailable` when the server cannot be reached.
    """
    open_shared(replace(profile, login=credentials.login), credentials.password).dispose()


def _aside(profile: Profile, credentials: Credentials, who: str) -> Office | None:
    """Answer the office on the server that follows, which is not called before it is asked."""
    copy = profile.of_replica
    return None if copy is None else Office(shared_engine(copy, credentials.password), who=who)


class SharedOffice(Office):
    """An office on a server, as one colleague sees it."""

    is_demo = False

    def __init__(
        self,
        engine: Engine,
        place: Path,
        who: str,
        clock: Callable[[], datetime],
        links: Links,
        box: DraftBox | None = None,
    ) -> None:
        """Stand on an opened engine; `place` is the profile it was opened with.

        `links` look after the connections of the engine;
        `box` keeps on this computer what is typed while the server is away.
        """
        super().__init__(engine, who=who, clock=clock)
        self.folder = place
        self.is_read_only = False
        """Whether the server is a copy that follows another one."""
        self.links = links
        self.new_line: Callable[[], Line] | None = None
        """Opens one more connection, to hear of changes."""
        self.aside: Office | None = None
        """The same office on a server that follows, for big questions."""
        self.box = box
        """What is typed while the server is away, on this computer."""
        self._doubts = Doubts()
        self._sending: Sent | None = None
        self._is_closed = self._is_given_up = False

    def ask(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question as `Office.ask` does; of drafts also those of this computer."""
        self._need_open()
        if self.box is not None and (found := DRAFTS_KEPT.get(query)) is not None:
            return cast("T", found(self.box, partial(self._ask, query), *args, **kwargs))
        return self._ask(query, *args, **kwargs)

    def act(
        self, action: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Carry out an action as `Office.act` does, where the server can be written.

        The same act sent again after its answer was lost is not carried out twice. What is only
        being typed is kept on this computer where the server cannot take it.
        """
        self._need_open()
        if self.is_read_only:
            raise Unavailable(ONLY_A_COPY, ONLY_A_COPY_REMEDY)
        self._sending = sent = Sent(action, args, kwargs)
        try:
            self.catch_up()
            if (done := self._doubts.answer(sent)) is not None:
                return done
            return super().act(action, *args, **kwargs)
        except (Unavailable, Refused) as error:
            keep = KEPT_INSTEAD.get(action)
            if self.box is None or keep is None or _is_too_large(error):
                raise
            at = self.local_now.astimezone()
            return Done(cast("T", keep(self.box, at, *args, **kwargs)), frozenset())

    def ask_aside(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a big question from the server that follows, where there is one and it answers.

        Otherwise the server itself answers, as it does where the one that follows has to give
        up because what it reads is being cleared away.
        """
        self._need_open()
        if self.aside is not None:
            with suppress(Unavailable, Refused):
                return self.aside.ask(query, *args, **kwargs)
        return self.ask(query, *args, **kwargs)

    def catch_up(self) -> None:
        """Clear up what the end of a link has left: acts in doubt, drafts on this computer.

        Raises `Unavailable` when the link has ended once more.
        """
        self._need_link()
        if self._doubts.are_open:
            self._doubts.settle(self._ask)
        if self.box is not None and self.box.has_any:
            for drafted, at in self.box.all():
                super().act(bring_back_draft, drafted, at)
                self.box.drop(drafted.form, drafted.subject)

    def lose_link(self) -> None:
        """Refuse at once what would only wait for the server, and give up what is waiting."""
        self.links.lose()
        self._engine.dispose()

    def find_link(self) -> None:
        """Ask the server again."""
        self.links.is_cut = False

    def stop_running(self) -> None:
        """Give up what the server is being asked now; whoever asked is told within 2 seconds."""
        if self.links.is_busy:
            self._is_given_up = True
            self.links.stop()

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
        if self.aside is not None:
            self.aside.close()
        super().close()

    def _ask(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        self._need_link()
        self._is_given_up = False
        try:
            return super().ask(query, *args, **kwargs)
        except Unavailable as trouble:
            if not self._is_given_up:
                raise
            raise Unavailable(GIVEN_UP, GIVEN_UP_REMEDY) from trouble

    def _was_done(self, trouble: Exception, line: UUID, done: Done[T]) -> bool:
        """Look whether an act was saved whose answer was lost; remember it if nobody says now."""
        if not isinstance(trouble, Unavailable) or self._sending is None:
            return False
        self._doubts.add(Doubt(self._sending, line, self.links.last_pid, done))
        try:
            self._need_link()
            self._doubts.settle(self._ask)
        except (Unavailable, Refused):
            return False
        return self._doubts.answer(self._sending) is not None

    def _need_open(self) -> None:
        if self._is_closed:
            raise Unavailable(CLOSED)

    def _need_link(self) -> None:
        if self.links.is_cut:
            raise Unavailable(NO_SERVER, NO_SERVER_REMEDY)


def _is_too_large(error: Exception) -> bool:
    """Answer whether a draft cannot be kept anywhere."""
    return isinstance(error, Refused) and error.problems[0].message == TOO_LARGE
