"""The known troubles: what the rules refuse, and what the machine cannot do just now."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as default
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING: Mapping[str, object] = MappingProxyType({})


def N_(message: str) -> str:
    """Mark an English sentence for translation; it is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one field: an English template, translated where it is shown.

    `field` is the attribute name of the form's dataclass ("" for the whole form);
    `values` fill the `{names}` of the template after translation, never interpreted.
    """

    message: str
    field: str = ""
    values: Mapping[str, object] = default(default_factory=lambda: _NOTHING)


class Refused(Exception):  # noqa: N818 - named as the architecture names this door
    """The rules say no; every problem is shown beside its field and nothing is saved."""

    def __init__(self, *problems: Problem) -> None:
        """Refuse with one or more problems."""
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class Unavailable(Exception):  # noqa: N818 - named as the architecture names this door
    """Disk, network, lock or keyring cannot do it now: what happened and what to do."""

    def __init__(self, message: str, remedy: str = "", **values: object) -> None:
        """Say in English templates what happened (`message`) and what to do (`remedy`)."""
        super().__init__(message)
        self.problem = Problem(message, values=values)
        self.remedy = Problem(remedy, values=values)


class Conflict(Refused):
    """Someone else changed the record since it was read; nothing was overwritten."""
