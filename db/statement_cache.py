"""Compiled statements, found without reading them through again.

SQLAlchemy knows a statement by a description of all of it and hashes that each time it is asked:
with the clauses that say who may know of whom, as long as the question itself. Nearly all questions
of this program are built once, so their description is the very same object each time.
"""

from __future__ import annotations

from typing import Any

Key = tuple[Any, Any, tuple[str, ...], bool, bool]
"""Dialect, description, names of values, whether schemas are translated, whether for many rows."""

MOST = 1_000
"""Statements that are kept."""


class StatementCache(dict[Key, Any]):
    """Given to an engine as `compiled_cache`."""

    def __init__(self, most: int = MOST) -> None:
        """Know none yet; keep `most` of them."""
        super().__init__()
        self._most = most
        self._near: dict[tuple[Any, ...], tuple[Key, Any]] = {}

    def get(self, key: Key, default: Any = None) -> Any:  # noqa: ANN401 - SQLAlchemy's own
        """Answer what a statement was compiled to: by its description itself, else by what it says.

        The keys of what was compiled are held here, so none of them can be gone and its number
        be that of another.
        """
        near = _near(key)
        held = self._near.get(near)
        if held is not None and held[0][1] is key[1]:
            return held[1]
        found = super().get(key)
        if found is None:
            return default
        if found[0][1] is key[1]:
            self._near[near] = found
        return found[1]

    def __setitem__(self, key: Key, compiled: Any) -> None:  # noqa: ANN401 - as above
        """Keep what a statement was compiled to; the oldest go where there are too many."""
        if len(self) >= self._most:
            for old in list(self)[: self._most // 4 + 1]:
                self.pop(old, None)
            self._near.clear()
        held = (key, compiled)
        super().__setitem__(key, held)
        self._near[_near(key)] = held

    def clear(self) -> None:
        """Forget all."""
        self._near.clear()
        super().clear()


def _near(key: Key) -> tuple[Any, ...]:
    dialect, described, names, translates, for_many = key
    return id(dialect), id(described), names, translates, for_many
