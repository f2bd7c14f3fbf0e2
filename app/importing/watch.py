"""How far an import is, seen from another thread, and the wish to stop it."""

from __future__ import annotations

from app.errors import N_, Problem, Refused

STOPPED = N_("The import was stopped. Nothing was imported.")


class Watch:
    """Counted by the thread that works, looked at and stopped by the one that shows."""

    def __init__(self) -> None:
        """Begin with nothing done and no end known."""
        self.done = 0
        self.all = 0
        self._is_stopped = False

    def begin(self, count: int) -> None:
        """Say how much there is to do; 0 while that is not known."""
        self.done, self.all = 0, count
        self._look()

    def step(self, count: int = 1) -> None:
        """Count what is done; raises `Refused` when somebody wants to stop."""
        self.done += count
        self._look()

    def stop(self) -> None:
        """Have the work end at its next step, with nothing done."""
        self._is_stopped = True

    def _look(self) -> None:
        if self._is_stopped:
            raise Refused(Problem(STOPPED))
