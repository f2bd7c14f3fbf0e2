"""Searches side by side, each in a process of its own: two seeds are better than one long run."""

from __future__ import annotations

import signal
from multiprocessing import get_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from app.visiting.day_plans.job import Routes, Search


def side_by_side(searches: Sequence[Search]) -> list[Routes]:
    """Answer what each search found; one alone needs no process of its own.

    Raises `RuntimeError` when no search came back.
    """
    if len(searches) <= 1:
        return [found(search) for search in searches]
    running = [_start(search) for search in searches]
    try:
        answers = [_answer(channel) for _, channel in running]
    finally:
        for process, _ in running:
            process.terminate()
            process.join()
    came_back = [answer for answer in answers if answer is not None]
    if not came_back:
        message = "every search for routes ended without an answer"
        raise RuntimeError(message)
    return came_back


def found(search: Search) -> Routes:
    """Answer what a search finds in this process."""
    from app.visiting.day_plans.search import find_routes  # noqa: PLC0415 - brings PyVRP

    return find_routes(search)


def _start(search: Search) -> tuple[BaseProcess, Connection]:
    context = get_context("spawn")  # the only way that is safe beside threads, on every system
    channel, far_end = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(search, far_end), daemon=True)
    process.start()
    far_end.close()  # so that the end of the process is noticed here
    return process, channel


def _serve(search: Search, channel: Connection) -> None:
    """Search and send what was found; whoever started it ends it on an interruption."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel.send(found(search))


def _answer(channel: Connection) -> Routes | None:
    try:
        answer: Routes = channel.recv()
    except EOFError:
        return None
    return answer
