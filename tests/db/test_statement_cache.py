"""Compiled statements are found by themselves, and by what they say where it is another one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, create_engine, select

from db.people import Person
from db.statement_cache import StatementCache


class _Hashed(tuple[Any, ...]):
    """A description that counts how often it is read through."""

    __slots__ = ()
    times = 0

    def __hash__(self) -> int:
        """Count."""
        _Hashed.times += 1
        return super().__hash__()

    __eq__ = tuple.__eq__


def _key(described: Any) -> Any:  # noqa: ANN401 - as SQLAlchemy's
    return "dialect", described, ("id",), False, False


def test_a_statement_that_was_compiled_is_found_without_reading_it_through() -> None:
    cache, described = StatementCache(), _Hashed(("select", "person"))
    cache[_key(described)] = "compiled"
    _Hashed.times = 0

    assert cache.get(_key(described)) == "compiled"
    assert _Hashed.times == 0


def test_a_statement_that_says_the_same_is_found_too_but_not_one_with_other_values() -> None:
    cache = StatementCache()
    cache[_key(_Hashed(("select", "person")))] = "compiled"

    assert cache.get(_key(_Hashed(("select", "person")))) == "compiled"
    dialect, described, _names, *rest = _key(_Hashed(("select", "person")))
    assert cache.get((dialect, described, ("name",), *rest)) is None


def test_the_oldest_statements_go_and_are_not_answered_any_more() -> None:
    cache = StatementCache(most=8)
    described = [(number,) for number in range(9)]
    for one in described:
        cache[_key(one)] = one

    assert [cache.get(_key(one)) for one in described] == [None, None, None, *described[3:]]
    assert len(cache) == 6


def test_a_statement_that_was_found_by_its_words_is_found_by_itself_after_the_oldest_went() -> None:
    cache = StatementCache(most=8)
    described = [_Hashed((number,)) for number in range(9)]
    for one in described:
        cache[_key(one)] = one
    cache.get(_key(described[8 - 1]))
    _Hashed.times = 0

    cache.get(_key(described[8 - 1]))

    assert _Hashed.times == 0


def test_an_engine_compiles_a_question_once_and_asks_with_other_values() -> None:
    cache = StatementCache()
    engine = create_engine("sqlite://", execution_options={"compiled_cache": cache})
    question = select(bindparam("number", type_=Person.version.type) + 1)
    with engine.connect() as connection:
        answers = [connection.execute(question, {"number": at}).scalar_one() for at in (1, 41)]

    assert answers == [2, 42]
    assert len(cache) == 1
