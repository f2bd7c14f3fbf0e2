"""The mark beside an office that was moved to a server: it says where to, and forbids to write."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from db.files import write_whole

if TYPE_CHECKING:
    from db.folder import OfficeFolder


@dataclass(frozen=True, slots=True)
class MovedMark:
    """Where an office went and when; nothing in it is secret."""

    host: str
    """"" for a server on the same computer."""
    database: str
    at: str
    """ISO 8601, aware."""
    who: str


def read_mark(office: OfficeFolder) -> MovedMark | None:
    """Answer where an office went; None for one that is still here.

    A mark that cannot be read is one all the same: to write on in two places would be worse.
    """
    try:
        return MovedMark(**json.loads(office.moved.read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        return MovedMark("", "", "", "")


def write_mark(office: OfficeFolder, mark: MovedMark) -> None:
    """Mark an office as moved; its database stays untouched."""
    write_whole(office.moved, json.dumps(asdict(mark), indent=2).encode("ascii"))
