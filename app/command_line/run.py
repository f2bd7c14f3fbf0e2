"""Running one verb: arguments in, answer on standard output, one sentence on standard error."""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING

from app.command_line.exits import Exit, exit_of
from app.command_line.parser import parser
from app.command_line.person import language_here
from app.errors import Refused, Unavailable
from resources.text import _, say, use_language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from app.command_line.answer import Answer


def run(given: Sequence[str]) -> int:
    """Carry out one verb; answer the exit code."""
    prepare()
    try:
        arguments = parser().parse_args(given)
    except SystemExit as end:
        return int(end.code or 0)
    verb = f"app.command_line.{arguments.verb.replace('-', '_')}"
    return answered(lambda: import_module(verb).run(arguments), as_json=arguments.json)


def prepare() -> None:
    """Speak the language of the person at the command line."""
    use_language(language_here())


def answered(work: Callable[[], Answer], *, as_json: bool = False) -> int:
    """Do some work and print what it answers; any trouble becomes a sentence and a code."""
    try:
        answer = work()
    except (Refused, Unavailable) as trouble:
        _write(sys.stderr, f"nahbar: {sentence(trouble)}\n")
        return exit_of(trouble)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception:  # noqa: BLE001 - a bug is told as one, with where it happened
        said = _("This is a mistake in the program, please report it:")
        _write(sys.stderr, f"nahbar: {said}\n{traceback.format_exc()}")
        return Exit.BUG
    _write(sys.stdout, answer.text(as_json=as_json))
    return answer.exit


def sentence(trouble: Refused | Unavailable) -> str:
    """Answer a known trouble in the language in use."""
    if isinstance(trouble, Unavailable):
        return say(trouble.problem)
    return " ".join(say(problem) for problem in trouble.problems)


def _write(stream: TextIO, text: str) -> None:
    """Write to a stream that may not know every character, such as odd ones in file names."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
