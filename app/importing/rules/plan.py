"""The plan of an import: which column holds what, and what is meant where a list is silent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.importing.rules.targets import TARGET_LABELS, Target

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_NAME = N_("Please say which column holds the name.")
TWICE = N_("Two columns are chosen for the same: {target}. Please choose one of them.")

_NAMES = {Target.GIVEN_NAME, Target.FAMILY_NAME, Target.FULL_NAME}
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """What each column of a list holds, from the left."""

    targets: tuple[Target, ...]
    country: str
    """Where people live whose row names no country ("DE", "DK")."""
    languages: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """BCP 47 tags of spoken languages by their folded names."""

    def has(self, target: Target) -> bool:
        """Answer whether a column holds `target`."""
        return target in self.targets


def check_plan(plan: ColumnPlan) -> tuple[Problem, ...]:
    """Answer what is wrong with a plan, naming the target that it is about."""
    if not _NAMES & set(plan.targets):
        return (Problem(NO_NAME, Target.FAMILY_NAME),)
    return tuple(
        Problem(TWICE, target, {"target": TARGET_LABELS[target]})
        for target, count in Counter(plan.targets).items()
        if count > 1 and target is not Target.NOTHING
    )
