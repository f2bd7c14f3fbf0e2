"""The process that looks words up: a suggestion may take half a second and must not stop typing."""

from __future__ import annotations

import signal
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from app.journal.spelling.checker import Verdict, load_checker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from app.journal.spelling.checker import Checker

T = TypeVar("T")
_NOTHING = Verdict("", frozenset())


class SpellingProcess:
    """Asks the process and waits for its answer; call it from a thread of its own.

    A process that died, as a broken dictionary can make it, answers nothing from then on.
    """

    def __init__(self, folders: Iterable[Path] | None = None) -> None:
        """Look for dictionaries in `folders`, or in the usual places; starts with the first ask."""
        self._folders = None if folders is None else tuple(folders)
        self._process: BaseProcess | None = None
        self._channel: Connection | None = None
        self._is_dead = False

    def check(self, words: Sequence[str], preferred: str) -> Verdict:
        """Answer the language of a text's words and which are misspelt."""
        return self._ask(("check", tuple(words), preferred), _NOTHING)

    def suggest(self, word: str, language: str) -> tuple[str, ...]:
        """Answer what may have been meant."""
        return self._ask(("suggest", word, language), ())

    def stop(self) -> None:
        """End the process; can be called from any thread."""
        self._is_dead = True
        if self._process is not None:
            self._process.terminate()
            self._process.join(timeout=2)

    def _ask(self, question: tuple[object, ...], nothing: T) -> T:
        try:
            channel = self._started()
            if channel is None:
                return nothing
            channel.send(question)
            answer: T = channel.recv()
        except (EOFError, OSError):
            self._is_dead = True
            return nothing
        return answer

    def _started(self) -> Connection | None:
        if self._is_dead:
            return None
        if self._channel is None:
            context = get_context("spawn")  # the only way that is safe beside threads
            self._channel, far_end = context.Pipe()
            self._process = context.Process(
                target=_serve, args=(self._folders, far_end), daemon=True, name="spelling"
            )
            self._process.start()
            far_end.close()  # so that the end of the process is noticed here
        return self._channel


def _serve(folders: tuple[Path, ...] | None, channel: Connection) -> None:
    """Answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    checker = load_checker(folders)
    while True:
        try:
            question = channel.recv()
        except (EOFError, OSError):
            return
        channel.send(_answer(checker, question))


def _answer(checker: Checker, question: tuple[str, object, str]) -> object:
    verb, about, language = question
    if verb == "check" and isinstance(about, tuple):
        return checker.check(about, language)
    return checker.suggest(str(about), language)
