"""Requirements of rows as lines: nothing is lost in them, and a change of one value is seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.lines import Sums, as_copied, real, sums_of

_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(_TEXTS, unique=True, min_size=1))
def test_sums_do_not_depend_on_the_order_but_on_every_line(lines: list[str]) -> None:
    mixed = sorted(lines, key=hash)

    assert sums_of(mixed) == sums_of(lines)
    assert sums_of([*lines[1:], f"{lines[0]} "]) != sums_of(lines)


@given(_TEXTS)
def test_a_line_is_copied_in_one_line_and_comes_back_as_it_was(line: str) -> None:
    copied = as_copied(line)

    assert not {"\n", "\r"} & set(copied)
    back = copied.replace("\\\\", "\1\1").replace("\\n", "\n").replace("\\r", "\r")
    assert "\1" in line or back.replace("\1\1", "\\") == line


def test_sums_of_parts_are_those_of_all() -> None:
    assert sums_of(["a"]).plus(sums_of(["b"])) == sums_of(["b", "a"])
    assert sums_of([]) == Sums(0, 0, 0)


def test_numbers_are_written_as_the_server_writes_them() -> None:
    assert [real(value) for value in (1.0, 0.25, 1e-05, None)] == ["1", "0.25", "1e-05", None]
