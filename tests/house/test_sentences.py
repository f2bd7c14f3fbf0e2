"""Requirements of the sentences in the code: what collects them for the catalogues finds each."""

from __future__ import annotations

import ast

from tests.house.sources import program

SAYS = {"_", "N_", "ngettext", "pgettext"}


def test_no_sentence_hides_inside_another_string() -> None:
    """In an f-string nothing is collected, so that it would stay English in every language."""
    hidden = [
        f"{source.path}:{call.lineno}"
        for source in program()
        for string in ast.walk(source.tree)
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in SAYS
        and any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert hidden == []
