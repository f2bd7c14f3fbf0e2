"""What `nahbar server` does to a real server, what it says, and what it refuses."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import create_engine, text

from app.command_line.exits import Exit
from app.command_line.parser import Parser
from app.command_line.run import run
from app.command_line.server import (
    add_person,
    arguments,
    certificate,
    check,
    drill,
    end_person,
    init,
    passwords,
    profile,
    upgrade,
)
from app.errors import Refused
from app.server.actions import WHO
from app.server.rules.profile_file import read_profile
from db.owner import owner_way
from db.shared_schema import need_alone
from db.tables import SCHEMA_HEAD
from tests.server.tls import Authority
from tests.server.verbs import Administrator, make_database

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.cluster import Cluster

INIT = ("init", "--name", "Büro Nord", "--country", "de")
PETRA = ("--login", "petra_weber", "--name", "Petra Weber")


@pytest.fixture
def bare(debian_server: Cluster, capsys: pytest.CaptureFixture[str]) -> Administrator:
    """An empty database."""
    return Administrator(debian_server, "bare_office", capsys)


@pytest.fixture(scope="module")
def made(debian_server: Cluster) -> str:
    """A database with an office without anybody in it, made once."""
    make_database(debian_server, "made_office")
    way = f"host={debian_server.socket_folder} port={debian_server.port} user=postgres"
    assert run([*("server", "init", "--db", f"{way} dbname=made_office"), *INIT[1:]]) == Exit.DONE
    return "made_office"


@pytest.fixture
def admin(debian_server: Cluster, made: str, capsys: pytest.CaptureFixture[str]) -> Administrator:
    """An office of its own without anybody in it."""
    return Administrator(debian_server, "bare_office", capsys, made)


def _added(admin: Administrator, login: str, name: str, role: str) -> str:
    told = admin.facts("add-person", "--login", login, "--name", name, "--role", role)
    password: str = told["password"]
    return password


def _connect(admin: Administrator, login: str, password: str) -> psycopg.Connection:
    return psycopg.connect(
        host="127.0.0.1",
        port=admin.cluster.port,
        dbname=admin.database,
        user=login,
        password=password,
    )


def test_a_dump_is_tried_and_nothing_of_it_stays(admin: Administrator, tmp_path: Path) -> None:
    dump = tmp_path / "office.dump"
    subprocess.run(
        ["pg_dump", "--format=custom", f"--file={dump}", admin.address], check=True, timeout=60
    )
    told = admin.facts("drill", str(dump))
    assert (told["office"], told["people"], told["chain_is_whole"]) == ("Büro Nord", 0, True)
    left = "SELECT count(*) FROM pg_database WHERE datname LIKE 'nahbar_drill_%'"
    assert admin.ask(left) == 0
    kept = json.loads(admin.ask("SELECT value FROM office_setting WHERE name = 'last_drill'"))
    assert (kept["office"], kept["who"]) == ("Büro Nord", WHO)

    dump.write_bytes(dump.read_bytes()[:5_000])
    code, _out, err = admin.tell("drill", str(dump))
    assert code != Exit.DONE
    assert "cannot be restored" in err
    assert admin.ask(left) == 0
    assert admin.tell("drill", str(tmp_path / "none.dump"))[0] != Exit.DONE


def test_every_step_of_the_arguments_has_a_module() -> None:
    steps = (add_person, certificate, check, drill, end_person, init, profile, upgrade)
    top = Parser()
    arguments.add_server(top.add_subparsers())
    for step in steps:
        name = step.__name__.rpartition(".")[2].replace("_", "-")
        assert callable(step.run)
        with pytest.raises(SystemExit) as end:
            top.parse_args(["server", name, "--help"])
        assert end.value.code == 0


def test_a_password_is_asked_for_twice_and_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = ["four plain words", "four other words"]
    monkeypatch.setattr(passwords, "_can_ask", lambda: True)
    monkeypatch.setattr(passwords, "getpass", lambda _question: typed.pop(0))
    with pytest.raises(Refused):
        passwords.person_password("petra_weber")

    typed += ["four plain words"] * 2
    assert passwords.person_password("petra_weber") == ("four plain words", False)
    typed.append("")
    assert passwords.person_password("petra_weber")[1] is True


def test_what_is_told_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGHOST", "192.0.2.1")
    monkeypatch.setenv("PGDATABASE", "of_the_environment")
    with pytest.raises(Refused):
        owner_way("dbname=told")
    assert owner_way("host=localhost dbname=told")["dbname"] == "told"
    assert owner_way("host=localhost")["dbname"] == "of_the_environment"


def test_init_says_what_it_made_and_what_is_next(bare: Administrator) -> None:
    code, said, wrong = bare.tell(*INIT)

    assert (code, wrong) == (Exit.DONE, "")
    assert [line.rstrip()[-1] for line in said.splitlines()] == [".", ".", ".", "n"]
    assert f"schema {SCHEMA_HEAD}" in said
    assert "nahbar server add-person" in said
    assert bare.ask("SELECT name FROM office") == "Büro Nord"
    assert bare.ask("SELECT sum(1) FROM audit_line WHERE action = 'set_up'") == 1
    assert bare.ask("SELECT who FROM audit_line WHERE action = 'set_up'") == WHO


def test_init_a_second_time_changes_nothing(admin: Administrator) -> None:
    before = admin.ask("SELECT version FROM office")
    code, said, wrong = admin.tell(*INIT[:2], "Another name", *INIT[3:])

    assert (code, wrong) == (Exit.DONE, "")
    assert "The office Büro Nord stands here already" in said
    assert admin.ask("SELECT count(*) FROM office") == 1
    assert admin.ask("SELECT version FROM office") == before


def test_the_tables_belong_to_an_owner_that_nobody_logs_in_as(admin: Administrator) -> None:
    strange = (
        "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
        " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'S')"
        " AND (r.rolname <> 'nahbar_owner' OR r.rolcanlogin)"
    )
    assert admin.ask(strange) == 0


def test_a_set_up_that_fails_leaves_the_database_as_it_was(
    bare: Administrator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_connection: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.server.actions.install", fail)
    assert bare.tell(*INIT)[0] == Exit.INTERRUPTED

    assert bare.ask("SELECT count(*) FROM pg_class WHERE relname = 'person'") == 0


def test_two_cannot_upgrade_at_once(admin: Administrator) -> None:
    engine = create_engine(admin.cluster.url(admin.database))
    with engine.connect() as other:
        need_alone(other)
        code, _out, said = admin.tell("upgrade", "--backup-done")
    engine.dispose()

    assert code == Exit.UNAVAILABLE
    assert "Another set-up or upgrade" in said
    assert admin.tell("upgrade", "--backup-done")[0] == Exit.DONE


def test_an_upgrade_without_a_backup_is_refused(admin: Administrator) -> None:
    code, _out, said = admin.tell("upgrade")

    assert code == Exit.REFUSED
    assert "--backup-done" in said


def test_a_newer_schema_is_left_alone(admin: Administrator) -> None:
    engine = create_engine(admin.cluster.url(admin.database))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    code, _out, said = admin.tell("upgrade", "--backup-done")
    assert code == Exit.UNAVAILABLE
    assert "newer version" in said


def test_the_first_colleague_lets_others_in(admin: Administrator) -> None:
    code, _out, said = admin.tell("add-person", *PETRA, "--role", "volunteer")
    assert (code, "must be an administrator" in said) == (Exit.REFUSED, True)

    password = _added(admin, "petra_weber", "Petra Weber", "administrator")
    with _connect(admin, "petra_weber", password) as connection:
        me = connection.execute("SELECT nahbar_me(), sec.role()").fetchone()
    assert me == ("Petra Weber", "administrator")
    _added(admin, "omar_ali", "Omar Ali", "volunteer")


def test_the_same_colleague_again_gets_a_new_password(admin: Administrator) -> None:
    old = _added(admin, "petra_weber", "Petra Weber", "administrator")
    new = _added(admin, "petra_weber", "Petra Weber", "administrator")

    with pytest.raises(psycopg.OperationalError, match="password"):
        _connect(admin, "petra_weber", old)
    _connect(admin, "petra_weber", new).close()
    assert admin.ask("SELECT count(*) FROM member") == 1


def test_the_login_of_another_colleague_is_refused(admin: Administrator) -> None:
    _added(admin, "petra_weber", "Petra Weber", "administrator")
    code, _out, said = admin.tell(
        *("add-person", "--login", "petra_weber", "--name", "Omar", "--role", "volunteer")
    )

    assert code == Exit.REFUSED
    assert "belongs to Petra Weber" in said


@pytest.mark.parametrize("login", ["Petra", "postgres", "nahbar_owner", "a b"])
def test_a_login_that_is_none_is_refused(admin: Administrator, login: str) -> None:
    role = ("--role", "administrator")
    code, _out, said = admin.tell("add-person", "--login", login, "--name", "Petra", *role)

    assert (code, said.count("\n")) == (Exit.REFUSED, 1)


def test_a_password_never_stands_in_the_log_of_the_server(admin: Administrator) -> None:
    admin.cluster.set({"log_statement": "all"})
    admin.cluster.reload()
    password = _added(admin, "petra_weber", "Petra Weber", "administrator")

    assert password not in admin.cluster.log()


def test_whoever_has_ended_is_out_at_once(admin: Administrator) -> None:
    _added(admin, "petra_weber", "Petra Weber", "administrator")
    password = _added(admin, "omar_ali", "Omar Ali", "volunteer")
    open_window = _connect(admin, "omar_ali", password)

    assert admin.facts("end-person", "--login", "omar_ali")["name"] == "Omar Ali"

    with pytest.raises(psycopg.OperationalError):
        open_window.execute("SELECT 1")
    open_window.close()
    with pytest.raises(psycopg.OperationalError, match="not permitted"):
        _connect(admin, "omar_ali", password)
    code, _out, said = admin.tell("end-person", "--login", "nobody_here")
    assert (code, "nobody_here" in said) == (Exit.REFUSED, True)


def test_check_says_what_is_to_be_done(admin: Administrator) -> None:
    code, said, _wrong = admin.tell("check")
    assert (code, "encrypted" in said) == (Exit.REFUSED, True)

    engine = create_engine(admin.cluster.url(admin.database))
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE person DISABLE ROW LEVEL SECURITY"))
    engine.dispose()
    assert "person" in admin.tell("check")[1]
    admin.tell(*INIT)
    assert "person" not in admin.tell("check")[1]


def test_a_database_without_an_office_is_named(bare: Administrator) -> None:
    for step in ("check", "upgrade --backup-done", "add-person --role volunteer", "end-person"):
        more = [*step.split(), *(PETRA if "add" in step else PETRA[:2] if "end" in step else ())]
        code, _out, said = bare.tell(*more)
        assert (code, "nahbar server init" in said) == (Exit.REFUSED, True)


def test_somebody_who_may_not_set_up_is_told_who_may(admin: Administrator) -> None:
    password = _added(admin, "petra_weber", "Petra Weber", "administrator")
    way = f"host=127.0.0.1 port={admin.cluster.port} user=petra_weber dbname={admin.database}"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PGPASSWORD", password)
        assert run(["server", "init", "--db", way, *INIT[1:]]) == Exit.UNAVAILABLE


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("host=127.0.0.1 password=secret", "PGPASSWORD"),
        ("postgresql://postgres:secret@127.0.0.1/x", "PGPASSWORD"),
        ("host=192.0.2.1 dbname=x", "verify-full"),
        ("host=localhost hostaddr=192.0.2.1", "verify-full"),
        ("host=192.0.2.1 sslmode=require", "verify-full"),
        ("nonsense", "nonsense"),
    ],
)
def test_an_unsafe_way_to_the_server_is_refused(
    address: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["server", "check", "--db", address]) == Exit.REFUSED
    assert said in capsys.readouterr().err


def test_the_profile_holds_no_secret_and_is_read_back(admin: Administrator, tmp_path: Path) -> None:
    authority = tmp_path / "ca.crt"
    authority.write_text(Authority.new().pem, encoding="ascii")
    file = tmp_path / "office.nahbar"
    admin.facts(
        *("profile", "--out", str(file), "--host", "db.example.org", "--port", "5432"),
        *("--ca", str(authority)),
    )

    text_of_it = file.read_text(encoding="utf-8")
    profile = read_profile(text_of_it)
    assert (profile.name, profile.host, profile.database) == (
        "Büro Nord",
        "db.example.org",
        "bare_office",
    )
    assert "user" not in text_of_it
    assert profile.ca.strip() == authority.read_text(encoding="ascii").strip()


def test_a_profile_for_other_computers_needs_a_certificate(
    admin: Administrator, tmp_path: Path
) -> None:
    file = tmp_path / "office.nahbar"
    code, _out, said = admin.tell("profile", "--out", str(file), "--host", "db.example.org")

    assert (code, "certificate" in said) == (Exit.REFUSED, True)
    assert not file.exists()


def test_a_private_key_never_gets_into_a_profile(admin: Administrator, tmp_path: Path) -> None:
    _certificate, key = Authority.new().server(tmp_path / "keys", "db.example.org")
    file = tmp_path / "office.nahbar"
    code, _out, said = admin.tell(
        *("profile", "--out", str(file), "--host", "db.example.org", "--ca", str(key))
    )

    assert (code, "private key" in said) == (Exit.REFUSED, True)
    assert not file.exists()
