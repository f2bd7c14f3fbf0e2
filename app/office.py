"""The office: the one door to the data. Ask reads; act changes, all or nothing, and is audited."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID, uuid4

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from app.errors import N_, Conflict, Problem
from app.quick_import import quick_import
from db.admin import AuditLine
from db.at_work import AtWork
from db.audit_chain import seal
from db.trouble import as_unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine
    from sqlalchemy.orm import Session

    from db.guard import GuardedSession

T = TypeVar("T")
P = ParamSpec("P")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Touched:
    """One record that an act changed, named by its feature word."""

    feature: str
    record: UUID | None = None


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What an act answered, and which features it touched."""

    value: T
    features: frozenset[str]


class Act:
    """What an action is given: the session of its one transaction, the time and the person."""

    def __init__(self, session: Session, now: datetime, who: str) -> None:
        """Begin an act of `who` at the instant `now` (aware, UTC)."""
        self.session = session
        self.now = now
        self.who = who
        self.line = uuid4()
        """The key of this act's audit line: whoever finds the line knows that the act was done."""
        self.touched: list[Touched] = []
        self.said_as = ""
        """How the audit calls this act; "" is by the name of its action."""

    @property
    def local_now(self) -> datetime:
        """The local wall-clock time of this act, without a zone."""
        return self.now.astimezone().replace(tzinfo=None)

    def touch(self, feature: str, record: UUID | None = None) -> None:
        """Say that a record of a feature was changed; pages that show the feature ask again."""
        self.touched.append(Touched(feature, record))


class Office:
    """An open office: asks and acts on one engine, for one person."""

    def __init__(self, engine: Engine, *, who: str, clock: Callable[[], datetime] = _now) -> None:
        """Stand on an opened engine; `clock` answers the current instant (aware)."""
        self._engine = engine
        self._clock = clock
        self.work_as(who)

    @property
    def who(self) -> str:
        """The person who works in this office now."""
        return self._who

    def work_as(self, who: str) -> None:
        """Let another person work from now on; what was done before stays under the old name."""
        self._who = who
        at_work = AtWork(who, self._clock)
        self._writer = self._engine.execution_options(at_work=at_work)
        self._reader = self._writer.execution_options(reads_only=True)

    @property
    def local_now(self) -> datetime:
        """The local wall-clock time, without a zone, by the clock of this office."""
        return self._clock().astimezone().replace(tzinfo=None)

    def ask(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a question in a read transaction.

        Raises `Unavailable` when the database cannot answer now.
        """
        try:
            with self._reader.connect() as connection:
                return query(connection, *args, **kwargs)
        except DBAPIError as error:
            raise as_unavailable(error) from error

    def ask_aside(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a big question, such as a statistic, which may be some seconds behind."""
        return self.ask(query, *args, **kwargs)

    def act(
        self, action: Callable[Concatenate[Act, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Carry out an action in one transaction with one audit line, or not at all.

        Raises `Refused` when the rules or the role say no, `Conflict` when someone else was faster,
        `Unavailable` when the database cannot save now.
        """
        session_kind = _guarded_session()
        nearly: tuple[UUID, Done[T]] | None = None
        try:
            with (
                session_kind(self._writer, expire_on_commit=False) as session,
                session.begin(),
            ):
                act = Act(session, self._clock(), self._who)
                value = action(act, *args, **kwargs)
                done = Done(value, frozenset(touched.feature for touched in act.touched))
                if act.touched:
                    line = _audit_line(act, action)
                    seal(session.connection(), line)
                    session.add(line)
                    nearly = act.line, done
        except StaleDataError as error:
            raise Conflict(Problem(CHANGED_MEANWHILE)) from error
        except DBAPIError as error:
            trouble = as_unavailable(error)
            if nearly is not None and self._was_done(trouble, *nearly):
                return nearly[1]
            raise trouble from error
        return done

    def _was_done(self, trouble: Exception, line: UUID, done: Done[T]) -> bool:
        """Answer whether an act was saved although its answer never came; a file always answers."""
        del trouble, line, done
        return False

    def close(self) -> None:
        """Close every connection; the office can no longer be asked."""
        self._engine.dispose()


@cache
def _guarded_session() -> type[GuardedSession]:
    """Answer what an act writes with, and know every table: its keys may lead to any.

    Questions need few tables and nothing of this.
    """
    with quick_import():
        from db import tables  # noqa: F401, PLC0415 - not before the first page is seen
        from db.guard import GuardedSession  # noqa: PLC0415 - as above
    return GuardedSession


CHANGED_MEANWHILE = N_("Someone else changed this in the meantime. Look at the new version first.")


def _audit_line(act: Act, action: Callable[..., object]) -> AuditLine:
    touched = [
        [touched.feature, str(touched.record) if touched.record else None]
        for touched in act.touched
    ]
    return AuditLine(
        id=act.line,
        at=act.now,
        who=act.who,
        action=act.said_as or action.__name__,
        feature=act.touched[0].feature,
        touched=json.dumps(touched),
    )
