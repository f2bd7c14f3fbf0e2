"""The house rules that can be counted: sizes, first sentences, types, mirrored tests, order."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from statistics import median, quantiles

import pytest

from tests.house.sources import (
    FunctionNode,
    Source,
    kept_at_the_top,
    length,
    program,
    sources,
)

PROGRAM = pytest.param(program(), id="program")
TESTS = pytest.param(sources("tests"), id="tests")
TOP = {
    *("app", "db", "forms", "resources", "tests", "ui"),
    *("CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "constraints.txt", "pyproject.toml"),
}
LATER = re.compile(
    r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|coming so" + r"on", re.IGNORECASE
)
MACHINE = re.compile(r"/root/|/work/|https?://(?!www\.w3\.org/)")
"""A machine's own path or an address; names of XML vocabularies look like addresses."""


def _longest(things: dict[str, int], limit: int) -> list[str]:
    return [f"{name}: {lines}" for name, lines in things.items() if lines > limit]


def _percentile(values: list[int], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def _named(source: Source, function: FunctionNode) -> str:
    return f"{source.path}:{function.lineno} {function.name}"


@pytest.mark.parametrize("files", [PROGRAM, TESTS])
def test_files_are_small(files: tuple[Source, ...]) -> None:
    sizes = {str(file.path): file.lines for file in files if file.path.name != "__init__.py"}

    assert not _longest(sizes, 500)
    assert median(sizes.values()) <= 100
    assert _percentile(list(sizes.values()), 90) <= 300


@pytest.mark.parametrize("files", [PROGRAM, TESTS])
def test_functions_are_small(files: tuple[Source, ...]) -> None:
    sizes = {
        _named(file, function): length(function) for file in files for function in file.functions
    }

    assert not _longest(sizes, 50)
    assert median(sizes.values()) <= 8
    assert _percentile(list(sizes.values()), 90) <= 25


@pytest.mark.parametrize("files", [PROGRAM, TESTS])
def test_every_module_opens_with_one_sentence(files: tuple[Source, ...]) -> None:
    silent = [
        str(file.path)
        for file in files
        if not (ast.get_docstring(file.tree) or "")
        .split("\n\n")[0]
        .rstrip()
        .endswith((".", "!", "?"))
    ]

    assert not silent


@pytest.mark.parametrize("files", [PROGRAM, TESTS])
def test_every_function_is_fully_typed(files: tuple[Source, ...]) -> None:
    untyped = [
        _named(file, function)
        for file in files
        for function in file.functions
        if function.returns is None or any(_untyped_arguments(function))
    ]

    assert not untyped


def _untyped_arguments(function: FunctionNode) -> list[str]:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    starred = [extra for extra in (arguments.vararg, arguments.kwarg) if extra is not None]
    return [
        argument.arg
        for argument in (*named, *starred)
        if argument.annotation is None and argument.arg not in {"self", "cls", "mcs"}
    ]


@pytest.mark.parametrize("files", [PROGRAM, TESTS])
def test_nothing_is_left_for_later(files: tuple[Source, ...]) -> None:
    left = [str(file.path) for file in files if LATER.search(file.text)]

    assert not left


@pytest.mark.parametrize("files", [PROGRAM, TESTS])
def test_no_machine_and_no_address_is_named(files: tuple[Source, ...]) -> None:
    named = [
        f"{file.path}: {found.group()}"
        for file in files
        if file.path.name != "test_house_rules.py" and (found := MACHINE.search(file.text))
    ]

    assert not named


def test_every_exception_from_a_check_gives_its_reason() -> None:
    bare = re.compile(r"#\s*(noqa(:\s*[A-Z0-9, ]+)?|type:\s*ignore(\[[\w, -]+\])?)\s*$")
    silent = [
        f"{file.path}:{number}"
        for file in sources("app", "db", "forms", "resources", "ui", "tests")
        for number, line in enumerate(file.text.splitlines(), start=1)
        if bare.search(line)
    ]

    assert not silent


def test_every_module_has_its_tests() -> None:
    untested = [str(file.path) for file in program() if _needs_tests(file) and not _tests_of(file)]

    assert not untested, "\n".join(untested)


def _needs_tests(file: Source) -> bool:
    """Answer whether a module needs tests: Alembic alone runs the migrations, all of them."""
    return file.path.name != "__init__.py" and "migrations" not in file.path.parts


_SERVER = ("tests", "server")


def _tests_of(file: Source) -> list[Source]:
    """Answer the tests that mirror a module: by name, or by using it in the same feature.

    The shared office is tested as a whole, against real servers: below tests/server.
    """
    folder = ("tests", *file.path.parts[:-1])
    feature = folder[: 3 if len(folder) > 2 else 2]
    names = re.compile(rf"test_{re.escape(file.path.stem.lstrip('_'))}(_\w+)?\.py")
    users = _users(file)
    return [
        test
        for test in sources("tests")
        if test.path.name.startswith("test_")
        and (
            (test.path.parts[:-1] == folder and names.fullmatch(test.path.name))
            or (test.path.parts[: len(feature)] == feature and users & test.imported)
            or (test.path.parts[: len(_SERVER)] == _SERVER and users & test.imported)
        )
    ]


def _users(file: Source) -> set[str]:
    """Answer a module and the modules of its feature that use it, such as a page of its parts.

    The tables are used by `db.tables`: what a table promises is promised by the schema.
    """
    folder = file.path.parent
    nearby = [
        other
        for other in _importers().get(file.module, ())
        if (folder in (other.path.parent, other.path.parent.parent) or other.module == "db.tables")
    ]
    return {file.module, *(other.module for other in nearby)}


@lru_cache
def _importers() -> dict[str, list[Source]]:
    """Answer the files of the program that import a name, by name."""
    found: dict[str, list[Source]] = {}
    for file in program():
        for name in file.imported:
            found.setdefault(name, []).append(file)
    return found


def test_nothing_else_lies_at_the_top() -> None:
    kept = {name for name in kept_at_the_top() if not name.startswith(".")}

    assert kept == TOP
