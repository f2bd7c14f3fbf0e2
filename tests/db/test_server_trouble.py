"""Requirements of the sentences for what the server of a shared office says."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import OperationalError

from app.errors import Conflict, Refused, Unavailable
from db import server_trouble as said
from db.server_trouble import of_server
from db.trouble import as_unavailable


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (errors.DiskFull(), said.SERVER_FULL),
        (errors.AdminShutdown(), said.GOING_DOWN),
        (errors.CrashShutdown(), said.GOING_DOWN),
        (errors.CannotConnectNow(), said.GOING_DOWN),
        (errors.TooManyConnections(), said.TOO_MANY),
        (errors.QueryCanceled(), said.TOO_LONG),
        (errors.LockNotAvailable(), said.IN_USE),
        (errors.DeadlockDetected(), said.IN_USE),
        (errors.ConnectionFailure(), said.NO_SERVER),
        (errors.ReadOnlySqlTransaction(), said.ONLY_A_COPY),
        (errors.IdleInTransactionSessionTimeout(), said.NO_SERVER),
    ],
)
def test_each_state_of_the_server_has_a_sentence_and_what_to_do(
    error: psycopg.Error, sentence: str
) -> None:
    trouble = as_unavailable(OperationalError("SELECT", None, error))
    assert isinstance(trouble, Unavailable)
    assert trouble.problem.message == sentence
    assert trouble.remedy.message


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("FATAL:  Passwort-Authentifizierung für Benutzer »petra« fehlgeschlagen",
         said.WRONG_PASSWORD),
        ("FATAL:  kein pg_hba.conf-Eintrag für Host »10.0.0.1«", said.NOT_LET_IN),
        ("FATAL:  keine Berechtigung für Datenbank »office«", said.NOT_LET_IN),
        ("FATAL:  Datenbank »office« existiert nicht", said.NO_DATABASE),
        ("FATAL:  tut mir leid, schon zu viele Verbindungen", said.TOO_MANY),
        ("FATAL:  die verbleibenden Verbindungen sind für Superuser reserviert", said.TOO_MANY),
        ("FATAL:  Rolle »omar« hat keine Berechtigung zum Einloggen", said.ACCESS_ENDED),
        ("FATAL:  das Datenbanksystem nimmt noch keine Verbindungen an", said.GOING_DOWN),
        ("FATAL:  das Datenbanksystem ist im Wiederherstellungsmodus", said.GOING_DOWN),
        ("FATAL:  das Datenbanksystem startet", said.GOING_DOWN),
        ("FATAL:  das Datenbanksystem fährt herunter", said.GOING_DOWN),
        ("connection failed: FATAL:  the database system is starting up", said.GOING_DOWN),
        ("consuming input failed: server closed the connection unexpectedly", said.NO_SERVER),
        ("connection timeout expired", said.NO_SERVER),
    ],
)  # fmt: skip
def test_a_server_that_speaks_german_is_understood(words: str, sentence: str) -> None:
    trouble = of_server(psycopg.OperationalError(words))
    assert isinstance(trouble, Refused | Unavailable)
    problem = trouble.problem if isinstance(trouble, Unavailable) else trouble.problems[0]
    assert problem.message == sentence


def test_what_the_role_does_not_allow_is_refused() -> None:
    trouble = as_unavailable(OperationalError("x", None, errors.InsufficientPrivilege()))
    assert isinstance(trouble, Refused)


def test_a_version_that_somebody_passed_is_a_conflict() -> None:
    trouble = as_unavailable(OperationalError("x", None, errors.SerializationFailure()))
    assert isinstance(trouble, Conflict)


def test_a_mistake_in_the_program_stays_one() -> None:
    bug = OperationalError("x", None, errors.UndefinedColumn("column x does not exist"))
    assert as_unavailable(bug) is bug
