"""Lets the engines of all tests share what they compile: each would do all of it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine

from db.statement_cache import StatementCache

if TYPE_CHECKING:
    from sqlalchemy import Engine

_MOST = 5_000
"""Statements that are kept; the tests of one worker know about half as many."""

_common = StatementCache(_MOST)
_first: list[Engine] = []


def engine_with_common_statements(*arguments: Any, **options: Any) -> Engine:  # noqa: ANN401 - as it is
    """Make an engine as `create_engine` does, with the statements that others compiled.

    A compiled statement is known by its dialect, so the engines have the dialect in common too.
    """
    options["execution_options"] = {"compiled_cache": _common}
    engine = create_engine(*arguments, **options)
    if _first:
        engine.dialect = engine.pool._dialect = _first[0].dialect
    else:
        _first.append(engine)
    return engine
