"""Gives files of tests to workers so that the run also ends when a worker is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.workermanage import WorkerController

_WAITS_BELOW = 2
"""A worker runs a test when it knows the next one, or that there is none."""


class Scheduling(LoadFileScheduling):  # type: ignore[misc] # it carries no types
    """Leaves no worker with a single test.

    Where a worker is lost, its files are given out again, also those whose tests were run. Who
    then gets one test, or a file without any, would wait for more until somebody ends the run.
    """

    def _reschedule(self, node: WorkerController) -> None:
        super()._reschedule(node)
        while not node.shutting_down and self._pending_of(self.assigned_work[node]) < _WAITS_BELOW:
            super()._reschedule(node)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling | None:
    """Answer the scheduler where whole files are given out."""
    return Scheduling(config, log) if config.getvalue("dist") == "loadfile" else None
