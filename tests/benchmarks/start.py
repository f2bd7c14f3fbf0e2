"""Cold start and memory: the program with 10,000 clients beside a bare window, A B A B."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from app.server.joining import keep_profile
from app.server.rules.profile import Profile
from app.server.rules.profile_file import write_profile
from db.files import write_whole
from tests.benchmarks.children import Said, in_turn
from tests.benchmarks.offices import BENCH, office_folder
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.shared import SMALL
from tests.benchmarks.shared_server import COORDINATOR, LOGINS, running_server
from tests.server.shared import PASSWORD as OF_COLLEAGUES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.cluster import Cluster

CLIENTS = 10_000
PASSWORD = "NAHBAR_BENCH_PASSWORD"
"""Where a started program finds the password of a shared office, see `shared_window`."""
TIMES = 12
"""Pairs of starts after the first, which only warms the bytecode and the files."""


def start_first_paint() -> Measured:
    """Measure the time from asking for the process to the painted main window."""
    bare, program = _starts()
    return measured(
        [said["paint"] for said in program],
        [said["paint"] for said in bare],
        Goal(ratio=1.5),
        "Cold start to the first painted window, beside a bare Qt window",
    )


def start_first_data() -> Measured:
    """Measure the time from asking for the process to the painted first page with its data."""
    bare, program = _starts()
    return measured(
        [said["data"] for said in program],
        [said["paint"] for said in bare],
        Goal(ratio=3.5),
        "Cold start to the first visits and tasks of 10,000 clients, beside a bare Qt window",
    )


def memory() -> Measured:
    """Measure the resident memory of the running program, in MB."""
    bare, program = _starts()
    return measured(
        [said["memory"] for said in program],
        [said["memory"] for said in bare],
        Goal(ratio=2.2),
        "Memory with 10,000 clients, beside a bare Qt window",
        unit="MB",
    )


def start_shared() -> Measured:
    """Measure a start on a shared office beside one on the same office in a file."""
    home = BENCH / "home"
    local = office_folder(SMALL)
    with running_server(SMALL) as cluster:
        place = _joined(cluster, home)
        os.environ[PASSWORD] = OF_COLLEAGUES
        in_file, on_server = in_turn(
            ("tests.benchmarks.program_window", str(local)),
            ("tests.benchmarks.shared_window", str(place)),
            TIMES,
            home,
        )
    return measured(
        [said["data"] for said in on_server],
        [said["data"] for said in in_file],
        Goal(ratio=1.3),
        f"Cold start to the first data of a shared office of {SMALL:,}, beside one in a file",
    )


def _joined(cluster: Cluster, home: Path) -> Path:
    """Keep a profile whose password is remembered, as after the first joining."""
    (login,) = (login for login, (_, name) in LOGINS.items() if name == COORDINATOR)
    profile = Profile("Bench", str(cluster.socket_folder), "postgres", port=cluster.port)
    before, os.environ["NAHBAR_HOME"] = os.environ["NAHBAR_HOME"], str(home)
    try:
        place = keep_profile(profile, login)
    finally:
        os.environ["NAHBAR_HOME"] = before
    remembered = replace(profile, login=login, in_keyring=True)
    write_whole(place, write_profile(remembered).encode())
    return place


@lru_cache
def _starts() -> tuple[list[Said], list[Said]]:
    folder = office_folder(CLIENTS)
    return in_turn(
        ("tests.benchmarks.bare_window",),
        ("tests.benchmarks.program_window", str(folder)),
        TIMES,
        BENCH / "home",
    )
