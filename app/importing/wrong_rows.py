"""The file of rows that could not be imported: to be corrected, and imported again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.csv_writer import CsvWriter
from app.exchange.writing.new_file import NewFile
from app.exchange.writing.rules import ListHead
from app.importing.rules import TARGET_LABELS, Target
from resources.text import _, language, say

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.errors import Problem
    from app.importing.rows import CheckedList


def write_wrong_rows(file: Path, checked: CheckedList, when: datetime, who: str) -> Path:
    """Write the wrong rows as they were, each with the reason behind it; answer the file.

    `when` is local wall-clock time. Raises `Unavailable` when the file cannot be written.
    """
    columns = (*checked.headers, _("Why it was not imported"))
    writer = CsvWriter(ListHead(language(), checked.file_name, columns, when, who))
    new = NewFile(file)
    new.begin()
    new.add(writer.add((*row.cells, reason(row.problems)) for row in checked.wrong))
    new.add(writer.finish())
    new.finish()
    return file


def reason(problems: tuple[Problem, ...]) -> str:
    """Answer in the language in use why a row is wrong: the field, then what is wrong with it."""
    return " ".join(_sentence(problem) for problem in problems)


def _sentence(problem: Problem) -> str:
    if problem.field not in set(Target) - {Target.NOTHING}:
        return say(problem)
    label = _(TARGET_LABELS[Target(problem.field)])
    return _("{field}: {problem}").format(field=label, problem=say(problem))
