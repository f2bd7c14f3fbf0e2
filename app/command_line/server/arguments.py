"""The arguments of `nahbar server`: one step each, and how to reach the server."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from app.access.rules import Role

_EPILOG = """\
CONNINFO is what psql takes: "dbname=office" or postgresql://db.example.org/office. Without it
the variables PGHOST, PGPORT, PGDATABASE and PGUSER count. A password is never an argument: it
is asked for, or read from PGPASSWORD or the file .pgpass. Another computer is only called with
sslmode=verify-full and sslrootcert."""
_DESCRIPTION = "set up and look after the server of a shared office"


def add_server(verbs: Any) -> None:  # noqa: ANN401 - argparse gives this no public name
    """Add the verb with its steps."""
    server = verbs.add_parser(
        "server", help=_DESCRIPTION, description=_DESCRIPTION, epilog=_EPILOG, allow_abbrev=False,
        formatter_class=RawDescriptionHelpFormatter,
    )  # fmt: skip
    steps = server.add_subparsers(dest="step", metavar="STEP [OPTION]", required=True)
    _add_init(steps)
    _add_upgrade(steps)
    _step(steps, "check", "look through the server: schema, rights, policies, TLS, audit")
    drill = _step(steps, "drill", "try a dump: restore it beside the office, count, throw it away")
    drill.add_argument("dump", type=Path, metavar="FILE", help="of pg_dump --format=custom")
    _add_people(steps)
    _add_profile(steps)
    _add_certificate(steps)


def _step(steps: Any, name: str, does: str, *, connects: bool = True) -> Any:  # noqa: ANN401 - the same
    step = steps.add_parser(name, help=does, description=does, allow_abbrev=False)
    step.add_argument("--json", action="store_true", help="answer for programs, as JSON")
    if connects:
        step.add_argument(
            "--db", default="", metavar="CONNINFO", help="how to reach the database as its owner"
        )
    return step


def _add_init(steps: Any) -> None:  # noqa: ANN401 - the same
    init = _step(steps, "init", "make an office in an empty database, or complete one")
    init.add_argument("--name", required=True, metavar="NAME", help="what the office is called")
    init.add_argument("--country", choices=("de", "dk"), required=True, help="whose law applies")


def _add_upgrade(steps: Any) -> None:  # noqa: ANN401 - the same
    upgrade = _step(steps, "upgrade", "bring the office to this version of the program")
    upgrade.add_argument(
        "--backup-done", action="store_true", help="a backup was made; without it this is asked"
    )


def _add_people(steps: Any) -> None:  # noqa: ANN401 - the same
    add = _step(steps, "add-person", "let a colleague into the office")
    add.add_argument("--login", required=True, metavar="LOGIN", help="such as petra_weber")
    add.add_argument("--name", required=True, metavar="NAME", help="such as 'Petra Weber'")
    add.add_argument("--role", choices=[role.value for role in Role], required=True)
    end = _step(steps, "end-person", "end a colleague's access at once, also in open windows")
    end.add_argument("--login", required=True, metavar="LOGIN")


def _add_profile(steps: Any) -> None:  # noqa: ANN401 - the same
    profile = _step(steps, "profile", "write the connection profile that colleagues open")
    profile.add_argument("--out", type=Path, required=True, metavar="FILE.nahbar")
    profile.add_argument("--host", default="", metavar="HOST", help="the server as others call it")
    profile.add_argument("--port", type=int, metavar="PORT", help="as others call it")
    profile.add_argument(
        "--replica", default="", metavar="HOST", help="a server that follows it, for big questions"
    )
    profile.add_argument("--replica-port", type=int, default=0, metavar="PORT", help="(as --port)")
    profile.add_argument("--ca", type=Path, metavar="FILE", help="certificate authority, PEM")


def _add_certificate(steps: Any) -> None:  # noqa: ANN401 - the same
    does = "make a certificate for the server, and an authority if there is none yet"
    certificate = _step(steps, "certificate", does, connects=False)
    certificate.add_argument(
        "--host", action="append", required=True, metavar="HOST",
        help="name or address by which the server is called; may be given several times",
    )  # fmt: skip
    certificate.add_argument("--out", type=Path, required=True, metavar="DIR")
    certificate.add_argument("--days", type=int, default=825, metavar="N", help="it holds (825)")
