"""Living together on one server: hearing of each other, and links that end at the worst moment."""

from __future__ import annotations

import time
from dataclasses import replace
from threading import Event, Thread
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, event, func, select, text
from sqlalchemy.pool import NullPool

from app.drafts.actions import discard_draft, save_draft
from app.drafts.queries import all_drafts, draft
from app.drafts.rules import Drafted
from app.errors import Refused, Unavailable
from app.server.joining import keep_profile, read_profile_file
from app.server.listening import Listener
from app.server.presence import place_of, who_edits
from app.server.shared_office import SharedOffice, open_shared_office
from db.areas import Area
from db.dictionary import DICTIONARY
from db.features import EVERY_FEATURE, FEATURES_OF, features_of
from db.listening import LinkLost, NotAnswered, Notice
from db.presence import TABLE_OF
from db.server.watching import watching_script
from tests.factories.access import restricted
from tests.factories.clients import add_client
from tests.factories.enquiries import enquire
from tests.factories.journal import note_written
from tests.server.office import OMAR, PETRA
from tests.server.proxy import Proxy
from tests.server.test_joining import add_area

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from app.office import Act
    from app.server.joining import Credentials
    from tests.server.office import JointOffice


class Ears:
    """Remembers what a listener tells."""

    def __init__(self) -> None:
        """Begin without anything."""
        self.features: list[frozenset[str]] = []
        self.records: list[str] = []
        self.states: list[str] = []
        self._told = Event()

    def heard(self, features: frozenset[str]) -> None:
        """Remember features."""
        self.features.append(features)
        self._told.set()

    def moved(self, record: str) -> None:
        """Remember a record."""
        self.records.append(record)
        self._told.set()

    def lost(self) -> None:
        """Remember that the link is lost."""
        self.states.append("lost")
        self._told.set()

    def found(self) -> None:
        """Remember that it is there."""
        self.states.append("found")
        self._told.set()

    def turned_away(self, refused: Refused) -> None:
        """Remember that the login has ended."""
        self.states.append(refused.problems[0].message)
        self._told.set()

    def wait(self, wanted: Callable[[], object], within: float = 12) -> None:
        """Wait until what was told is what is wanted."""
        until = time.monotonic() + within
        while not wanted():
            left = until - time.monotonic()
            assert left > 0, (self.features, self.records, self.states)
            self._told.wait(left)
            self._told.clear()


@pytest.fixture
def proxy(joint: JointOffice) -> Iterator[Proxy]:
    """A way to the server that can be broken."""
    proxy = Proxy(joint.profile.port)
    yield proxy
    proxy.close()


@pytest.fixture
def opened(joint: JointOffice, tmp_path: Path) -> Iterator[Callable[..., SharedOffice]]:
    """Opens the office for a colleague, perhaps over another port."""
    offices: list[SharedOffice] = []

    def opened(who: Credentials, port: int = 0) -> SharedOffice:
        profile = read_profile_file(joint.write_profile(tmp_path / "sent.nahbar"))
        profile = replace(profile, port=port or profile.port)
        place = keep_profile(profile, who.login)
        offices.append(open_shared_office(place, read_profile_file(place), who))
        return offices[-1]

    yield opened
    for office in offices:
        office.close()


@pytest.fixture
def ears() -> Ears:
    """What is heard."""
    return Ears()


@pytest.fixture
def listening(ears: Ears) -> Iterator[Callable[[SharedOffice], Listener]]:
    """Begins to listen for an office, and waits until it does."""
    listeners: list[Listener] = []

    def begin(office: SharedOffice) -> Listener:
        assert office.new_line is not None
        listeners.append(Listener(office.new_line, office, ears))
        listeners[-1].start()
        ears.wait(lambda: EVERY_FEATURE in ears.features)
        ears.features.clear()
        return listeners[-1]

    yield begin
    for listener in listeners:
        listener.stop(wait_s=6)


def _areas(connection: Connection, name: str) -> int:
    return connection.scalar(select(func.count()).where(Area.name == name)) or 0


def test_every_table_that_is_told_stands_for_features() -> None:
    script = watching_script()
    """A table without a line here has every page ask again, which is safe and slow."""
    told = {entry.table for entry in DICTIONARY if f"'nahbar', '{entry.table}:" in script}
    assert told >= FEATURES_OF.keys()
    assert features_of(told - FEATURES_OF.keys()) in {frozenset(), EVERY_FEATURE}
    assert features_of({"no_table", "", "audit_line"}) == frozenset()


def test_changes_of_others_are_heard_and_own_ones_are_not(
    opened: Callable[..., SharedOffice], listening: Callable[..., Listener], ears: Ears
) -> None:
    petra, omar = opened(PETRA), opened(OMAR)
    listening(omar)
    omar.act(save_draft, Drafted("task_new", "", {"title": "Half"}))
    omar.act(discard_draft, "task_new", "")
    petra.act(add_area, "Heard")
    ears.wait(lambda: ears.features)
    assert ears.features == [frozenset({"areas"})]
    ears.features.clear()
    petra.act(add_area, "Heard again")
    ears.wait(lambda: ears.features)
    assert ears.features == [frozenset({"areas"})]


def test_spoofed_notices_and_a_flood_of_them_do_no_harm(
    joint: JointOffice,
    opened: Callable[..., SharedOffice],
    listening: Callable[..., Listener],
    ears: Ears,
) -> None:
    """Fault 31."""
    listening(opened(OMAR))
    with _owner(joint).begin() as connection:
        for said in (
            "",
            "::::",
            "x" * 7000,
            "visit",
            "person:\u00fc:1",
            "here:no key:",
            "gone:a:1",
        ):
            connection.execute(text("SELECT pg_notify('nahbar', :said)"), {"said": said})
        connection.execute(
            text(
                "SELECT pg_notify('nahbar', concat_ws(chr(58), 'task', n, 1))"
                " FROM generate_series(1, 20000) n"
            )
        )
    ears.wait(lambda: ears.features)
    assert ears.features == [frozenset({"tasks"})]
    assert set(ears.records) <= {"no key"}
    assert ears.states == []


def test_a_line_is_never_sat_out(opened: Callable[..., SharedOffice]) -> None:
    """It can be woken, it says what the server refuses, and it hears itself."""
    omar = opened(OMAR)
    assert omar.new_line is not None
    line = omar.new_line()
    try:
        line.wake()
        assert line.hear(30) == frozenset()
        with pytest.raises(NotAnswered):
            line.ask("SELECT nothing_of_this_name")
        line.ask("LISTEN nahbar; SELECT pg_notify('nahbar', 'visit:key:3')")
        assert line.hear(30) == {Notice("visit", "key", line.pid)}
        with pytest.raises(LinkLost):
            line.ask("SELECT pg_terminate_backend(pg_backend_pid())")
    finally:
        line.close()


def test_a_server_that_falls_silent_is_noticed_and_what_waits_is_given_up(
    proxy: Proxy,
    opened: Callable[..., SharedOffice],
    listening: Callable[..., Listener],
    ears: Ears,
) -> None:
    """Fault 23: within ten seconds, and two for what waits; it comes back by itself."""
    omar = opened(OMAR, proxy.port)
    listening(omar)
    troubles: list[Unavailable] = []

    def wait_for_an_answer() -> None:
        try:
            omar.ask(_areas, "Lost")
        except Unavailable as trouble:
            troubles.append(trouble)

    proxy.swallow()
    began = time.monotonic()
    asking = Thread(target=wait_for_an_answer)
    asking.start()
    ears.wait(lambda: ears.states == ["lost"])
    noticed = time.monotonic()
    asking.join(5)
    given_up = time.monotonic()
    assert troubles
    assert noticed - began < 10
    assert given_up - noticed < 2
    with pytest.raises(Unavailable):
        omar.ask(_areas, "Lost")
    proxy.pass_on()
    ears.wait(lambda: ears.states == ["lost", "found"])
    assert EVERY_FEATURE in ears.features
    assert omar.ask(_areas, "Lost") == 0


def test_an_act_whose_answer_was_lost_is_there_once(
    monkeypatch: pytest.MonkeyPatch,
    proxy: Proxy,
    opened: Callable[..., SharedOffice],
    listening: Callable[..., Listener],
    ears: Ears,
) -> None:
    """Fault 24: the form sends it again, and hears that it was saved."""
    monkeypatch.setattr("db.listening.PATIENCE_S", 2.5)
    petra = opened(PETRA, proxy.port)
    listener = listening(petra)
    name = f"Once {uuid4()}"

    def swallow(_connection: object) -> None:
        proxy.swallow_answers()
        listener.try_now()

    def swallowed(act: Act) -> None:
        add_area(act, name)
        event.listen(act.session.connection(), "commit", swallow)

    with pytest.raises(Unavailable):
        petra.act(swallowed)
    ears.wait(lambda: ears.states == ["lost"])
    proxy.pass_on()
    ears.wait(lambda: ears.states == ["lost", "found"])
    petra.act(swallowed)
    assert petra.ask(_areas, name) == 1


def test_an_act_whose_commit_never_arrived_is_done_when_it_is_sent_again(
    proxy: Proxy, opened: Callable[..., SharedOffice]
) -> None:
    petra = opened(PETRA, proxy.port)
    cuts = [proxy.cut]

    def cut_once(act: Act) -> None:
        add_area(act, "Never arrived")
        act.session.flush()
        if cuts:
            proxy.swallow()
            cuts.pop()()
            proxy.pass_on()

    with pytest.raises(Unavailable):
        petra.act(cut_once)
    petra.act(cut_once)
    assert petra.ask(_areas, "Never arrived") == 1


def test_who_edits_is_seen_by_others_and_ends_with_the_connection(
    opened: Callable[..., SharedOffice], listening: Callable[..., Listener], ears: Ears
) -> None:
    petra, omar = opened(PETRA), opened(OMAR)
    listener, record = listening(petra), add_client(petra)
    place = place_of(record, "client")
    assert omar.new_line is not None
    others = Ears()
    other = Listener(omar.new_line, omar, others)
    other.start()
    others.wait(lambda: others.features)
    listener.hold(place)
    others.wait(lambda: others.records == [str(place)])
    assert omar.ask(who_edits, record, "client") == ("Petra Weber",)
    assert petra.ask(who_edits, record, "client") == ()
    assert omar.ask(who_edits, record, "letter") == ()
    listener.let_go(place)
    others.wait(lambda: len(others.records) > 1)
    assert omar.ask(who_edits, record, "client") == ()
    listener.hold(place)
    others.wait(lambda: len(others.records) > 2)
    listener.stop(wait_s=6)
    other.stop(wait_s=6)
    assert omar.ask(who_edits, record, "client") == ()


def test_who_edits_is_asked_of_every_kind_of_record(
    opened: Callable[..., SharedOffice], listening: Callable[..., Listener]
) -> None:
    petra, omar = opened(PETRA), opened(OMAR)
    listener, record = listening(petra), enquire(petra)
    assert {form for form in TABLE_OF if omar.ask(who_edits, record, form)} == set()
    assert omar.new_line is not None
    others = Ears()
    other = Listener(omar.new_line, omar, others)
    other.start()
    others.wait(lambda: others.features)
    place = place_of(record, "enquiry_assessment")
    listener.hold(place)
    others.wait(lambda: str(place) in others.records)
    seen = {form for form in TABLE_OF if omar.ask(who_edits, record, form)}
    assert seen == {"enquiry_assessment"}
    other.stop(wait_s=6)


def test_who_may_not_know_of_somebody_does_not_learn_of_them_by_who_edits(
    opened: Callable[..., SharedOffice], listening: Callable[..., Listener]
) -> None:
    """Neither by asking with the key, nor by what is told: it does not lead back to the key."""
    petra, omar = opened(PETRA), opened(OMAR)
    listener, record = listening(petra), add_client(petra)
    note = note_written(petra, record)
    assert omar.new_line is not None
    others = Ears()
    other = Listener(omar.new_line, omar, others)
    other.start()
    others.wait(lambda: others.features)
    places = [place_of(record, "client"), place_of(note, "note_correction")]
    for place in places:
        listener.hold(place)
    others.wait(lambda: set(others.records) >= {str(place) for place in places})
    assert omar.ask(who_edits, note, "note_correction") == ("Petra Weber",)
    restricted(petra, record)
    assert omar.ask(who_edits, record, "client") == ()
    assert omar.ask(who_edits, note, "note_correction") == ()
    other.stop(wait_s=6)
    assert not {str(record), str(note)} & set(others.records)


def test_what_is_typed_while_the_server_is_away_comes_to_it_later_and_is_never_plain(
    joint: JointOffice, opened: Callable[..., SharedOffice], tmp_path: Path
) -> None:
    omar = opened(OMAR)
    key = str(uuid4())
    typed = Drafted("client", key, {"family_name": "Geheimnisvoll"}, "Frau G.")
    omar.act(save_draft, Drafted("client", key, {"family_name": "Old"}, "Frau G."))
    omar.lose_link()
    omar.act(save_draft, typed)
    found = omar.ask(draft, "client", key, omar.who)
    assert found is not None
    assert found.texts == typed.texts
    kept = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.suffix == ".draft" for file in kept)
    for secret in (b"Geheimnisvoll", b"family_name", b"Frau G", key.encode()):
        assert not any(secret in file.read_bytes() + file.name.encode() for file in kept)
    omar.close()

    again = opened(OMAR)
    again.catch_up()
    assert not list(tmp_path.rglob("*.draft"))
    there = again.ask(draft, "client", key, again.who)
    assert there is not None
    assert there.texts == typed.texts
    again.act(discard_draft, "client", key)
    assert again.ask(all_drafts, again.who) == ()


def test_a_question_that_takes_too_long_is_given_up_at_once(
    opened: Callable[..., SharedOffice],
) -> None:
    omar = opened(OMAR)
    troubles: list[Unavailable] = []

    def ask() -> None:
        try:
            omar.ask(_sleep)
        except Unavailable as trouble:
            troubles.append(trouble)

    asking = Thread(target=ask)
    asking.start()
    _wait_until_busy(omar)
    began = time.monotonic()
    omar.stop_running()
    asking.join(5)
    assert troubles
    assert time.monotonic() - began < 2
    assert omar.ask(_areas, "None of this name") == 0


def _sleep(connection: Connection) -> None:
    connection.execute(text("SELECT pg_sleep(30)"))


def _wait_until_busy(office: SharedOffice) -> None:
    until = time.monotonic() + 5
    while not office.links.is_busy and time.monotonic() < until:
        time.sleep(0.01)


def _owner(joint: JointOffice) -> Engine:
    return create_engine(joint.cluster.url(joint.profile.database), poolclass=NullPool)
