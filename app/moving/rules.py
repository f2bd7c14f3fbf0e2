"""What is said of a move: how far it is, what came of it, and why it cannot be."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Step(StrEnum):
    """What a move is busy with."""

    LOOKING = N_("Looking at what came already")
    COPYING = N_("Copying")
    INDEXING = N_("Making the indexes")
    COMPARING = N_("Comparing")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is; `of_all` is 0 while nobody knows."""

    step: Step
    done: int
    of_all: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A move that was carried out and compared row by row."""

    name: str
    """The name of the office."""
    tables: Mapping[str, int]
    """How many rows of each table came."""
    without_login: tuple[tuple[str, str], ...] = field(default=())
    """Name and role of active colleagues who cannot come in yet."""

    @property
    def rows(self) -> int:
        """All rows together."""
        return sum(self.tables.values())


def suggested_login(name: str) -> str:
    """Answer a login that a name suggests, such as "petra_weber"; it may be changed."""
    plain = name.casefold().translate(_PLAIN)
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in plain).split()
    login = "_".join(words)[:40].strip("_")
    return login if login[:1].isalpha() and len(login) > 1 else "colleague"


_PLAIN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"}
)

OTHER_SCHEMA = N_("The office on the server has another schema ({schema}) than this program.")
OTHER_SCHEMA_REMEDY = N_("Bring it up to date first with: nahbar server upgrade")
BUSY = N_("A set-up, an upgrade or another move is at work on this server. Nothing was changed.")
BUSY_REMEDY = N_("Wait until it has ended, then begin again.")
NOT_EMPTY = N_(
    "The office on the server is not new: there is something in {tables}. Nothing was changed. "
    "Make an empty database and set it up with: nahbar server init"
)
ALREADY = N_("This office was brought to the server on {day} already. It cannot come twice.")
OTHER_OFFICE = N_(
    "The office {name} is being moved into this database, or was. Choose another database."
)
STRANGE = N_(
    "Row {row} of the table {table} holds a character that no form lets through, so it cannot be "
    "moved. Open the record and write it anew."
)
DIFFERENT = N_(
    "What stands on the server now is not what was sent: {tables}. The office in the folder is "
    "as it was, and nobody can come in on the server. Find out who writes into that database."
)
LOST_KEYS = N_("Rows on the server point to rows that are not there: {keys}.")
NO_FOLDER = N_("There is something in the folder {folder} already. Choose a new one.")
HIDDEN = N_("This login does not see everything on the server, so the copy would lack something.")
HIDDEN_REMEDY = N_("Use a superuser of the server, such as postgres, or a member of nahbar_backup.")
