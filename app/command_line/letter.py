"""`nahbar letter`: writes a letter, keeps it in the client's history and saves the PDF."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from uuid import uuid4

from app.admin import offices
from app.command_line.answer import Answer
from app.command_line.keys import find_key
from app.command_line.person import who_works_here
from app.errors import N_, Unavailable
from app.letters.actions import write_letter_to
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

NO_PLACE = N_("The file {file} cannot be written there.")


def run(arguments: Namespace) -> Answer:
    """Write the letter; raises `Refused` when the rules say no: then nothing is kept."""
    out: Path = arguments.out
    _need_place(out)
    key = find_key(arguments.office, arguments.key_file)
    office = offices.open_office(arguments.office, key, who=who_works_here())
    try:
        letter = office.act(
            write_letter_to, arguments.client, arguments.template, arguments.lang, uuid4()
        ).value
    finally:
        office.close()
    write_file(out, letter.pdf)
    return Answer(
        {
            "file": str(out),
            "letter": str(letter.id),
            "client": str(arguments.client),
            "template": arguments.template,
            "language": arguments.lang,
            "bytes": len(letter.pdf),
        },
        (_("The letter was kept in the history and saved as {file}.").format(file=out),),
    )


def write_file(file: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises `Unavailable`."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise Unavailable(NO_PLACE, file=str(file)) from error


def _need_place(file: Path) -> None:
    """Look before writing: a letter is not put into the history when its file has no place."""
    if file.is_dir() or not os.access(file.absolute().parent, os.W_OK):
        raise Unavailable(NO_PLACE, file=str(file))
