"""Asking what the office wants of its letters: its own terms and its targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.admin.office_settings import Setting, office_setting
from app.letters.readability.lists import targets
from app.letters.readability.rules import with_chosen
from db.letters import Term

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.letters.readability.rules import Targets

LETTER_TARGETS: Setting[dict[str, int]] = Setting("letter_targets", default={})
"""What the office's letters aim at; targets that are not named are the usual ones."""

_OWN_TERMS = select(Term.word, Term.better).where(Term.language == bindparam("language"))


def own_terms(connection: Connection, language: str) -> dict[str, str]:
    """Answer the office's own terms with what to say instead."""
    rows = connection.execute(_OWN_TERMS, {"language": language})
    return {row.word: row.better for row in rows}


def office_targets(connection: Connection) -> Targets:
    """Answer what the letters of the office aim at."""
    chosen = office_setting(connection, LETTER_TARGETS)
    return with_chosen(targets(), chosen)
