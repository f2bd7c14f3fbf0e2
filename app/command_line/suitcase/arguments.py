"""The arguments of `nahbar suitcase`: one step each."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any
from uuid import UUID

from app.command_line.days import read_day

_DESCRIPTION = "pack what a tour takes along, bring it home, or say what it is"
_EPILOG = """\
A suitcase is a part of the office in one encrypted file (FILE.nahbar-suitcase) with a passphrase of
its own: asked for at the terminal, or read from --passphrase-file, a file that only you may read
(mode 600). It is never an argument. nahbar FILE opens the window with a suitcase.

A return can be interrupted and repeated: nothing comes twice. What was changed on the way and in
the office as well is told field by field and waits; decide about it in the window, or let --keep
say which side stands. The file is wiped once everything is in the office."""


def add_suitcase(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    """Add the verb with its steps."""
    verb = verbs.add_parser(
        "suitcase", help=_DESCRIPTION, description=_DESCRIPTION, epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False,
    )  # fmt: skip
    steps = verb.add_subparsers(dest="step", metavar="STEP [OPTION]", required=True)
    _add_pack(steps)
    _add_return(steps)
    show = _step(steps, "show", "say what a suitcase is, or which suitcases an office packed")
    show.add_argument("what", type=Path, metavar="FILE|OFFICE")
    _add_key(show)


def _step(steps: Any, name: str, does: str) -> Any:  # noqa: ANN401 - the same
    step = steps.add_parser(name, help=does, description=does, allow_abbrev=False)
    step.add_argument("--json", action="store_true", help="answer for programs, as JSON")
    return step


def _add_pack(steps: Any) -> None:  # noqa: ANN401 - the same
    pack = _step(steps, "pack", "pack the suitcase of a tour of one day into a new file")
    _add_places(pack)
    pack.add_argument("--day", type=read_day, required=True, metavar="DATE", help="YYYY-MM-DD")
    pack.add_argument("--tour", default="", metavar="NAME", help="where several set off that day")
    pack.add_argument("--until", type=read_day, metavar="DATE", help="last day on which it opens")
    pack.add_argument("--notes", action="store_true", help="take the latest notes along, too")
    pack.add_argument(
        "--restricted", type=UUID, action="append", default=[], metavar="ID",
        help="a restricted person who goes along; may be given several times",
    )  # fmt: skip


def _add_return(steps: Any) -> None:  # noqa: ANN401 - the same
    back = _step(steps, "return", "bring home what was recorded on the way, then wipe the file")
    _add_places(back)
    back.add_argument(
        "--keep", choices=("office", "suitcase"), default="",
        help="which side stands where both changed the same; without it both wait",
    )  # fmt: skip
    back.add_argument(
        "--without-drafts", action="store_true", help="leave behind what nobody saved on the way"
    )


def _add_places(step: Any) -> None:  # noqa: ANN401 - the same
    step.add_argument("office", type=Path, metavar="OFFICE")
    step.add_argument("file", type=Path, metavar="FILE")
    step.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="of the suitcase; mode 600"
    )
    _add_key(step)


def _add_key(step: Any) -> None:  # noqa: ANN401 - the same
    step.add_argument(
        "--key-file", type=Path, metavar="FILE", help="file with the key of the office; mode 600"
    )
