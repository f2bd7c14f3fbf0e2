"""Reading a JSON file that a person or another program wrote, strictly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from app.errors import N_, Problem, Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 256 * 2**20
"""In bytes; what is larger was not meant."""

NO_FILE = N_("The file {file} cannot be read.")
NO_JSON = N_("The file {file} is not JSON: {what}.")
TOO_LARGE = N_("The file {file} is too large: at most {most} MB are read.")
TWICE = N_("The file {file} says {name} twice in one object.")


class _TwiceError(ValueError):
    """One name stands twice in an object, so that one of its values would be lost."""


def read_json(file: Path) -> object:
    """Answer what a file holds.

    Raises `Unavailable` when it cannot be read and `Refused` when it is not strict JSON: no
    NaN, no name twice in an object.
    """
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise Refused(_problem(TOO_LARGE, file, most=LARGEST_FILE // 2**20))
        text = file.read_text(encoding="utf-8-sig")
        return json.loads(text, parse_constant=_no_number, object_pairs_hook=_object)
    except OSError as error:
        raise Unavailable(NO_FILE, file=str(file)) from error
    except _TwiceError as error:
        raise Refused(_problem(TWICE, file, name=str(error))) from error
    except (ValueError, RecursionError) as error:
        what = str(error).split("\n", maxsplit=1)[0]
        raise Refused(_problem(NO_JSON, file, what=what)) from error


def _problem(message: str, file: Path, **values: object) -> Problem:
    return Problem(message, "file", {"file": str(file), **values})


def _no_number(name: str) -> NoReturn:
    message = f"{name} is no number"
    raise ValueError(message)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    known = dict(pairs)
    if len(known) != len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return known
