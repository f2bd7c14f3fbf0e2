"""What every act asks that not everyone may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.queries import my_rights
from app.access.rules import NO_RIGHT, RIGHT_LABELS
from app.errors import Problem, Refused

if TYPE_CHECKING:
    from app.access.rules import Right
    from app.office import Act


def need_right(act: Act, right: Right, field: str = "") -> None:
    """Go on only with a right; raise `Refused` beside `field` without it."""
    if right not in my_rights(act.session.connection()):
        raise Refused(Problem(NO_RIGHT, field, {"right": RIGHT_LABELS[right]}))
