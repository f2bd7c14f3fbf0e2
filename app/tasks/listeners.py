"""Who is told when a task is done or dropped: the feature whose record opened it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act
    from app.tasks.rules import TaskState


@dataclass(frozen=True, slots=True)
class ClosedTask:
    """A task that was done, dropped or reopened, and the record that it came from."""

    id: UUID
    origin_id: UUID
    state: TaskState
    result: str


Listener = Callable[["Act", ClosedTask], None]
"""Is called in the transaction that closes or reopens the task; it may refuse."""

_listeners: dict[str, Listener] = {}


def listen(origin: str, listener: Listener) -> None:
    """Tell `listener` of every task that the feature `origin` opened.

    A feature says so once, in the module in which it opens its tasks.
    """
    _listeners[origin] = listener


def tell(act: Act, origin: str, closed: ClosedTask) -> None:
    """Tell the feature that opened a task what became of it."""
    listener = _listeners.get(origin)
    if listener is not None:
        listener(act, closed)
