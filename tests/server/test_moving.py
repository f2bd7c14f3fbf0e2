"""Requirements of moving an office to a server and back: all of it, once, compared, resumable."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from psycopg.conninfo import conninfo_to_dict

from app.admin.offices import key_from_file, key_from_recovery, open_office
from app.clients.actions import add_client
from app.clients.queries import count_clients
from app.clients.rules import ClientDetails, ClientFilter
from app.command_line.exits import Exit
from app.command_line.run import run
from app.demo.actions import build_demo
from app.demo.rules import DemoPlan
from app.errors import Refused, Unavailable
from app.journal.queries import search_notes
from app.moving.from_server import move_to_folder
from app.moving.places import address_of
from app.moving.rules import ALREADY, DIFFERENT, NOT_EMPTY, OTHER_OFFICE, Step
from app.moving.to_server import WHO as MOVER
from app.server.rules.profile import Profile
from app.server.rules.profile_file import write_profile
from db.audit_chain import check_local_chain
from db.folder import OfficeFolder
from db.owner import owner_driver
from db.server import check, check_chain
from db.session import connect
from tests.conftest import NOW
from tests.factories.demos import copied_demo
from tests.server.moving import WHO, NewServer, quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.moving.rules import Progress
    from tests.server.cluster import Cluster

CLIENTS = 72
"""In a demo of 60, with those whom it invents on top."""
_DRAFT = (
    "INSERT INTO draft (id, version, who, form, subject, title, fields, saved_at) VALUES"
    " ('{id}', 1, '{who}', 'client', '', 'Ä \\ \n\t', '{{\"a\": \"\\\\n\"}}',"
    " '2026-11-23 10:00:00.120000')"
)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo office with drafts of two people, one of whom nobody has on a list."""
    folder = copied_demo(tmp_path_factory, tmp_path_factory.mktemp("moving") / "office")
    file = connect(folder / "office.db", key_from_file(folder / "demo.key"))
    for who in ("Karin Vogt", "Frida Frei"):
        file.execute(_DRAFT.format(id=uuid4().hex, who=who))
    file.close()
    return folder


@pytest.fixture
def office(local: Path, tmp_path: Path) -> Path:
    """A copy of the demo office."""
    return shutil.copytree(local, tmp_path / "office")


@pytest.fixture
def make_server(debian_server: Cluster, debian_pattern: str) -> Iterator[Callable[[], NewServer]]:
    """Makes servers that an office can be moved to."""
    made: list[NewServer] = []

    def make() -> NewServer:
        made.append(NewServer(debian_server, debian_pattern))
        return made[-1]

    yield make
    for server in made:
        server.close()


def _stop_at(number: int) -> Callable[[Progress], None]:
    heard: list[Progress] = []

    def told(progress: Progress) -> None:
        heard.append(progress)
        if len(heard) == number:
            raise KeyboardInterrupt

    return told


def test_an_office_is_moved_whole_and_goes_on_there(
    office: Path, make_server: Callable[[], NewServer]
) -> None:
    server, before = make_server(), OfficeFolder.of(office).database.read_bytes()
    heard: list[Progress] = []

    done = server.receive(office, heard.append)

    counts = {name: server.value(f"SELECT count(*) FROM {name}") for name in done.tables}
    assert {name: rows for name, rows in done.tables.items() if rows > counts[name]} == {}
    assert done.tables["note"] == counts["note"] > 100
    assert done.tables["attachment"] == counts["attachment"] > 0
    assert heard[-1].done == heard[-1].of_all == done.rows
    karin = server.office("Karin Vogt")
    assert karin.ask(count_clients, ClientFilter.CLIENTS) == CLIENTS
    assert karin.ask(search_notes, "besuch")
    assert OfficeFolder.of(office).database.read_bytes() == before
    assert server.value("SELECT count(*) FROM note_words") == counts["note"]
    kept = f"SELECT said FROM sec.audit WHERE table_name = 'note' AND who = '{MOVER}'"
    assert server.value(kept) == f"rows: {counts['note']}"
    with server.owner.begin() as connection:
        assert {f.message for f in check(connection) if f.is_serious} == set()
        assert check_chain(connection).is_whole


def test_what_is_moved_keeps_its_owners_and_who_has_no_login_is_named(
    office: Path, make_server: Callable[[], NewServer]
) -> None:
    server = make_server()

    done = server.receive(office)

    assert ("Frida Frei", "volunteer") in done.without_login
    assert "Karin Vogt" not in dict(done.without_login)
    seen = server.office("Karin Vogt").ask(
        lambda connection: connection.exec_driver_sql("SELECT who, title FROM draft").all()
    )
    assert [tuple(row) for row in seen] == [("Karin Vogt", "Ä \\ \n\t")]


def test_an_office_that_was_moved_says_where_to_and_can_only_be_read(
    office: Path, make_server: Callable[[], NewServer]
) -> None:
    server = make_server()
    server.receive(office)

    opened = open_office(office, key_from_file(office / "demo.key"), who=WHO)

    assert opened.ask(count_clients, ClientFilter.CLIENTS) == CLIENTS
    assert opened.is_read_only
    with pytest.raises(Unavailable) as told:
        opened.act(add_client, uuid4(), ClientDetails(given_name="Erna"))
    assert told.value.problem.values["database"] == server.database
    opened.close()


def test_an_office_comes_once_only(
    local: Path, office: Path, make_server: Callable[[], NewServer], tmp_path: Path
) -> None:
    server = make_server()
    server.receive(office)
    rows = server.value("SELECT count(*) FROM note")

    with pytest.raises(Unavailable):
        server.receive(office)
    with pytest.raises(Refused) as again:
        server.receive(shutil.copytree(local, tmp_path / "copy"))

    assert again.value.problems[0].message == ALREADY
    assert server.value("SELECT count(*) FROM note") == rows


@pytest.mark.parametrize("calls", [1, 9, 25, 60])
def test_a_move_that_is_killed_goes_on_where_it_was(
    office: Path, make_server: Callable[[], NewServer], calls: int
) -> None:
    server = make_server()
    script = (
        "import os, sys\nfrom pathlib import Path\n"
        "from app.admin.offices import key_from_file\nfrom app.moving.to_server import *\n"
        "from db.owner import owner_driver\nleft = [int(sys.argv[3])]\n"
        "def told(progress):\n    left[0] -= 1\n"
        "    left[0] or os.kill(os.getpid(), 9)\n"
        "folder = Path(sys.argv[1])\nwith owner_driver(sys.argv[2]) as driver:\n"
        "    move_to_server(folder, key_from_file(folder / 'demo.key'), driver, told)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", script, office, server.address, str(calls)], check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    heard: list[Progress] = []

    done = server.receive(office, heard.append)

    assert server.value("SELECT count(*) FROM note") == done.tables["note"]
    assert calls == 1 or any(told.step is Step.LOOKING for told in heard)
    assert (
        server.value("SELECT datconnlimit FROM pg_database WHERE datname = current_database()") < 0
    )


def test_an_office_that_was_changed_between_two_runs_is_moved_as_it_is_now(
    office: Path, make_server: Callable[[], NewServer]
) -> None:
    server = make_server()
    with pytest.raises(KeyboardInterrupt):
        server.receive(office, _stop_at(20))
    opened = open_office(office, key_from_file(office / "demo.key"), who=WHO)
    opened.act(add_client, uuid4(), ClientDetails(given_name="Neu", family_name="Dazu"))
    opened.close()
    file = connect(office / "office.db", key_from_file(office / "demo.key"))
    file.execute("UPDATE person SET city = 'Anders' WHERE family_name <> 'Dazu'")
    file.close()

    server.receive(office)

    assert server.value("SELECT count(*) FROM person WHERE family_name = 'Dazu'") == 1
    assert server.value("SELECT count(*) FROM person WHERE city <> 'Anders'") == 1


def test_colleagues_stay_outside_until_the_move_has_ended(
    office: Path, make_server: Callable[[], NewServer]
) -> None:
    server = make_server()
    karin = server.office("Karin Vogt")
    karin.ask(count_clients, ClientFilter.CLIENTS)
    with pytest.raises(KeyboardInterrupt):
        server.receive(office, _stop_at(20))

    with pytest.raises(Unavailable):
        karin.ask(count_clients, ClientFilter.CLIENTS)
    server.engine("Karin Vogt").dispose()
    with pytest.raises(Unavailable):
        karin.ask(count_clients, ClientFilter.CLIENTS)

    server.receive(office)
    assert karin.ask(count_clients, ClientFilter.CLIENTS) == CLIENTS


def test_a_row_that_somebody_writes_on_the_server_meanwhile_is_noticed(
    office: Path, make_server: Callable[[], NewServer]
) -> None:
    server = make_server()

    def told(progress: Progress) -> None:
        if progress.step is Step.INDEXING and progress.done == 0:
            with server.driver() as other:
                other.execute(
                    "UPDATE note SET minutes = 99 WHERE serial IN (SELECT max(serial) FROM note)"
                )

    with pytest.raises(Refused) as refused:
        server.receive(office, told)

    assert refused.value.problems[0].message == DIFFERENT
    assert refused.value.problems[0].values["tables"] == "note"
    assert not OfficeFolder.of(office).moved.exists()


def test_only_a_new_office_takes_another_in(
    office: Path, make_server: Callable[[], NewServer], tmp_path: Path
) -> None:
    worked_in, server = make_server(), make_server()
    worked_in.office().act(add_client, uuid4(), ClientDetails(given_name="Erna"))
    with pytest.raises(Refused) as refused:
        worked_in.receive(office)
    assert refused.value.problems[0].message == NOT_EMPTY
    build_demo(tmp_path / "other", DemoPlan(NOW.date(), clients=10))
    with pytest.raises(KeyboardInterrupt):
        server.receive(office, _stop_at(3))

    with pytest.raises(Refused) as other:
        server.receive(tmp_path / "other")

    assert other.value.problems[0].message == OTHER_OFFICE


def test_an_office_comes_back_into_a_new_folder_row_by_row_the_same(
    office: Path, make_server: Callable[[], NewServer], tmp_path: Path
) -> None:
    server = make_server()
    server.receive(office)
    back = tmp_path / "back"

    with server.driver() as driver:
        made, done = move_to_folder(driver, back, quiet, WHO)

    ours, theirs = _rows(office, key_from_file(office / "demo.key")), _rows(back, made.key)
    assert {name for name in ours if ours[name] != theirs[name]} == {"audit_line", "member"}
    assert done.tables["note"] == len(ours["note"])
    opened = open_office(back, made.key, who=WHO)
    assert opened.ask(search_notes, "besuch")
    opened.act(add_client, uuid4(), ClientDetails(given_name="Erna"))
    chain = opened.ask(check_local_chain)
    opened.close()
    assert (chain.broken, chain.unsealed) == (None, 0)
    assert not list(tmp_path.glob(".*"))
    with server.driver() as driver, pytest.raises(Refused):
        move_to_folder(driver, back, quiet, WHO)


def test_only_who_sees_everything_may_fetch_an_office(
    make_server: Callable[[], NewServer], tmp_path: Path
) -> None:
    server = make_server()
    address = server.address.replace("user=postgres", f"user={server.login('Anna Beispiel')}")

    with owner_driver(address) as driver, pytest.raises(Unavailable):
        move_to_folder(driver, tmp_path / "back", quiet, "Anna")


def test_a_member_of_the_group_of_backups_may_fetch_an_office(
    office: Path, make_server: Callable[[], NewServer], tmp_path: Path
) -> None:
    """What is said to who may not must be true."""
    server = make_server()
    server.receive(office)
    login = f"keeper_{uuid4().hex[:8]}"
    with server.driver() as driver:
        driver.execute(f"CREATE ROLE {login} LOGIN IN ROLE nahbar_backup")
    address = server.address.replace("user=postgres", f"user={login}")
    try:
        with owner_driver(address) as driver:
            _made, done = move_to_folder(driver, tmp_path / "back", quiet, "Keeper")
        assert done.tables["person"] == server.value("SELECT count(*) FROM person")
    finally:
        with server.driver() as driver:
            driver.execute(f"DROP ROLE {login}")


def _rows(folder: Path, key: bytes) -> dict[str, list[str]]:
    file = connect(folder / "office.db", key, "ro")
    names = file.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'note_words%' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    found = {name: sorted(map(repr, file.execute(f"SELECT * FROM {name}"))) for (name,) in names}
    file.close()
    return found


def test_the_command_moves_there_and_back_and_says_who_has_no_login(
    office: Path,
    make_server: Callable[[], NewServer],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server, back = make_server(), tmp_path / "back"

    assert run(["move", str(office), "--to", server.address]) == Exit.DONE
    said = capsys.readouterr().out
    assert run(["move", str(office), "--to", server.address]) == Exit.UNAVAILABLE
    assert run(["move", server.address, "--to", str(back), "--json"]) == Exit.DONE

    assert 'nahbar server add-person --login frida_frei --name "Frida Frei" --role' in said
    told = json.loads(capsys.readouterr().out)
    assert key_from_recovery(back, told["recovery_key"])


def test_a_profile_leads_to_the_server_without_its_login(
    make_server: Callable[[], NewServer], tmp_path: Path
) -> None:
    server = make_server()
    file = tmp_path / "office.nahbar"
    profile = Profile("Büro", "localhost", server.database, server.cluster.port, ca="PEM")
    file.write_text(write_profile(replace(profile, login="petra_weber")), encoding="utf-8")

    with address_of(str(file)) as address:
        told = conninfo_to_dict(address)
        assert Path(str(told["sslrootcert"])).read_text(encoding="utf-8").strip() == "PEM"

    assert "user" not in told
    assert told["sslmode"] == "verify-full"
    assert told["dbname"] == server.database
