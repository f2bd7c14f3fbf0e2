"""The arguments of the command line: verbs, options, help; stable from version to version."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from uuid import UUID

from app.command_line import file_forms
from app.command_line.days import read_day
from app.command_line.exits import Exit
from app.command_line.server.arguments import add_server
from app.command_line.suitcase.arguments import add_suitcase
from app.command_line.version import ShowVersion

if TYPE_CHECKING:
    from argparse import _SubParsersAction

VERBS = (
    *("demo", "check", "backup", "restore", "letter", "letters", "deadline", "readability"),
    *("match", "plan-visits", "duplicates", "move", "suitcase", "server"),
)

_DESCRIPTION = """\
Visiting service, mobile advice and letters for social workers and volunteers.

nahbar                opens the window
nahbar OFFICE         opens the window with an office: a folder, or the office.db in it"""

_EPILOG = """\
Keys come from --key-file (a file that only you may read, mode 600), from the keyring of this
computer, or from a question at the terminal. A demo office finds its own key.

exit codes:
  0   done
  1   refused: the rules say no, or a check found something
  2   usage: the arguments make no sense
  3   unavailable: in use, disk full, no such office or file, no keyring, no display
  4   the key is wrong or missing
  70  a mistake in the program
  130 interrupted"""


class Parser(ArgumentParser):
    """A parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and end with the code for usage."""
        self.exit(Exit.USAGE, f"{self.prog}: {message} (try: nahbar --help)\n")


def parser() -> Parser:
    """Answer the parser of all verbs."""
    top = Parser(
        prog="nahbar",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action=ShowVersion, nargs=0, help="show the version and end")
    verbs = top.add_subparsers(dest="verb", metavar="VERB [OPTION]", required=True)
    _add_demo(verbs)
    _add_check(verbs)
    _add_backup(verbs)
    _add_restore(verbs)
    _add_letter(verbs)
    _add_letters(verbs)
    _add_deadline(verbs)
    _add_readability(verbs)
    _add_match(verbs)
    _add_plan_visits(verbs)
    _add_duplicates(verbs)
    _add_move(verbs)
    add_suitcase(verbs)
    add_server(verbs)
    return top


def _verb(
    verbs: _SubParsersAction[Parser], name: str, does: str, *, needs_key: bool = True
) -> Parser:
    verb = verbs.add_parser(name, help=does, description=does, allow_abbrev=False)
    verb.add_argument("--json", action="store_true", help="answer for programs, as JSON")
    if needs_key:
        verb.add_argument(
            "--key-file",
            type=Path,
            metavar="FILE",
            help="file with the key (64 hex digits), the recovery key or the passphrase; mode 600",
        )
    return verb


def _add_demo(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    demo = _verb(verbs, "demo", "make a demo office of invented people", needs_key=False)
    demo.add_argument("dir", type=Path, metavar="DIR", help="an empty or a new folder")
    demo.add_argument("--clients", type=int, default=200, metavar="N", help="how many (200)")
    demo.add_argument("--seed", type=int, default=1, metavar="S", help="which people (1)")
    demo.add_argument(
        "--country", choices=("de", "dk"), default="de", help="Düsseldorf or Ballerup (de)"
    )
    demo.add_argument("--today", type=date.fromisoformat, help=SUPPRESS)


def _add_check(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    check = _verb(verbs, "check", "look through an office: schema, integrity, counts")
    check.add_argument("office", type=Path, metavar="OFFICE")
    check.add_argument(
        "--repair-search", action="store_true", help="first make the search in notes whole"
    )


def _add_backup(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    backup = _verb(verbs, "backup", "make a backup and read it back")
    backup.add_argument("office", type=Path, metavar="OFFICE")
    backup.add_argument("file", type=Path, metavar="FILE")


def _add_restore(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    restore = _verb(verbs, "restore", "verify a backup and put it into a folder")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("dir", type=Path, metavar="DIR")


def _add_move(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    does = "bring an office to a server, or from a server into a new folder"
    move = _verb(verbs, "move", does)
    move.epilog, move.formatter_class = file_forms.MOVE, RawDescriptionHelpFormatter
    move.add_argument("what", metavar="OFFICE", help="folder, or profile of the server")
    move.add_argument("--to", required=True, metavar="PROFILE", help="or a new folder")


def _add_letter(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    letter = _verb(verbs, "letter", "write a letter, keep it in the history, save the PDF")
    letter.add_argument("office", type=Path, metavar="OFFICE")
    letter.add_argument("--client", type=UUID, required=True, metavar="ID")
    letter.add_argument("--template", required=True, metavar="NAME", help="such as appointment")
    letter.add_argument("--lang", required=True, metavar="CODE", help="de, da or en")
    letter.add_argument("--out", type=Path, required=True, metavar="FILE")


def _add_letters(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    letters = _verb(verbs, "letters", "write one letter to everybody of a list, and keep each")
    letters.add_argument("office", type=Path, metavar="OFFICE")
    letters.add_argument("--template", required=True, metavar="NAME", help="such as free")
    letters.add_argument(
        "--list", required=True, metavar="QUERY",
        help="words such as all, clients, volunteers, living_alone, active, paused, area:NAME, "
        "speaks:CODE, age:75-79, turns:75; people belong to the list when all words fit",
    )  # fmt: skip
    letters.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    letters.add_argument(
        "--basis", default="", metavar="WORD",
        help="lawful basis, always needed: consent, obligation, public_task or interest",
    )  # fmt: skip
    letters.add_argument(
        "--value", action="append", default=[], metavar="NAME=TEXT", help="a field of the letter"
    )
    letters.add_argument("--lang", default="", metavar="CODE", help="else each person's own")
    letters.add_argument("--posted", type=read_day, metavar="DATE", help="when they are posted")
    letters.add_argument(
        "--each", action="store_true", help="one letter a person, not one a household"
    )
    letters.add_argument("--envelopes", action="store_true", help="print envelopes, too")


def _add_deadline(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    does = "say until when a remedy against a letter is open, and why"
    deadline = _verb(verbs, "deadline", does, needs_key=False)
    deadline.add_argument("--country", choices=("de", "dk"), required=True)
    deadline.add_argument("--kind", choices=("widerspruch", "klage"), required=True)
    deadline.add_argument(
        "--posted", type=read_day, required=True, metavar="DATE", help="YYYY-MM-DD"
    )
    deadline.add_argument(
        "--received", type=read_day, metavar="DATE", help="when it arrived, where that is known"
    )
    deadline.add_argument(
        "--state", default="", metavar="CODE", help="German state whose holidays count, such as nw"
    )
    deadline.add_argument(
        "--by", default="", metavar="WAY", help="letter, or in Denmark digital (assumed) or letter"
    )


def _add_readability(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    does = "measure how easily a text reads"
    readability = _verb(verbs, "readability", does, needs_key=False)
    readability.add_argument("file", metavar="FILE", help="UTF-8 text; - reads standard input")
    readability.add_argument("--lang", choices=("de", "da", "en"), required=True)


def _add_duplicates(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    does = "find people who stand twice in a CSV file"
    duplicates = _verb(verbs, "duplicates", does, needs_key=False)
    duplicates.add_argument("file", type=Path, metavar="FILE.csv")


def _add_match(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    does = "assign volunteers to waiting people, provably at best"
    match = _verb(verbs, "match", does, needs_key=False)
    match.add_argument("file", type=Path, metavar="FILE.json")
    match.epilog, match.formatter_class = file_forms.MATCH, RawDescriptionHelpFormatter


def _add_plan_visits(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    does = "order the visits of a day and assign them to visitors"
    plan = _verb(verbs, "plan-visits", does, needs_key=False)
    plan.add_argument("file", type=Path, metavar="FILE.json")
    plan.add_argument(
        "--seconds", type=float, default=10.0, metavar="N", help="how long to look (10)"
    )
    plan.epilog, plan.formatter_class = file_forms.PLAN_VISITS, RawDescriptionHelpFormatter
