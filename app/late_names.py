"""Names of a package that are imported from its parts when somebody first wants them.

A package of queries or rules gathers what its parts offer. Whoever wants one name of it would
import all of them: My day asks one question of each of many features, at every start.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def late_names(package: str, parts: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Answer the `__getattr__` of a package: `parts` are modules in it, with names of each.

    It stands where a type checker does not see it, beside the same imports for types alone; a
    test of the house holds both together.
    """
    places = {name: f"{package}.{part}" for part, names in parts.items() for name in names}

    def find(name: str) -> Any:  # noqa: ANN401 - a module holds anything
        if name not in places:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        found = getattr(import_module(places[name]), name)
        setattr(sys.modules[package], name, found)  # found at once from now on
        return found

    return find
