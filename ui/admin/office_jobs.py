"""What the window asks of the office's files; every job runs on the desk's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.admin import offices
from app.admin.keyrings import has_trusted_keyring
from app.admin.queries import office_card
from app.errors import N_, Problem, Refused, Unavailable
from app.server.joining import (
    Credentials,
    keep_profile,
    read_profile_file,
    remember_password,
    ways_into,
)
from app.server.places import is_profile, is_suitcase
from resources.text import language

if TYPE_CHECKING:
    from app.admin.offices import CreatedOffice, LocalOffice, WaysIn
    from app.mobile_advice.suitcase.opening import SuitcaseFacts, SuitcaseOffice
    from app.server.shared_office import SharedOffice
    from ui.admin.new_office import OfficePlan

Key = bytes | Credentials
"""Opens an office: the data key of one in a folder, login and password of one on a server."""

KeySource = Callable[[Path], Key]
"""Finds the key of an office; raises `Refused` or `Unavailable`."""

NOT_THIS_KEY = N_("Group {group} is not the one on the page. Look at the paper again.")


@dataclass(frozen=True, slots=True)
class OpenOffice:
    """The office that is open: where it is and what its files are locked with."""

    folder: Path
    """Its folder; the connection profile of one on a server."""
    key: bytes
    """The data key; empty where the server keeps the files."""
    local: LocalOffice | SharedOffice
    suitcase: SuitcaseFacts | None = None
    """Whose tour it is, where it is a suitcase: a part of an office that ends on a day."""

    @property
    def is_shared(self) -> bool:
        """Whether it is on a server, which keeps and backs up its files."""
        return is_profile(self.folder)

    @property
    def is_demo(self) -> bool:
        """Whether it holds invented people only."""
        return self.local.is_demo

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be saved in it."""
        return self.local.is_read_only

    @property
    def moved_to(self) -> Unavailable | None:
        """Says where an office went that was moved to a server."""
        return getattr(self.local, "moved_to", None)


class Opener:
    """Opens an office on the desk's thread and keeps what it found for the UI thread."""

    def __init__(self, folder: Path, source: KeySource, who: str) -> None:
        """Open `folder` for the person `who` with the key of `source`."""
        self._folder = folder
        self._source = source
        self._who = who
        self.has_key = False
        self.found: OpenOffice | None = None

    def __call__(self) -> LocalOffice | SharedOffice:
        """Open; raises `Refused` for a wrong key, `Unavailable` when the office cannot be had."""
        key = self._source(self._folder)
        self.has_key = True
        if isinstance(key, Credentials):
            shared = _open_shared(self._folder, key)
            self.found = OpenOffice(self._folder, b"", shared)
            return shared
        if is_suitcase(self._folder):
            suitcase = _open_suitcase(self._folder, key)
            self.found = OpenOffice(self._folder, key, suitcase, suitcase.facts)
            return suitcase
        office = offices.open_office(self._folder, key, who=self._who)
        if office.is_demo:
            _play_the_demo_part(office)
        self.found = OpenOffice(self._folder, key, office)
        return office


def _open_shared(place: Path, credentials: Credentials) -> SharedOffice:
    from app.server.shared_office import (  # noqa: PLC0415 - brings the library of the server
        open_shared_office,
    )

    return open_shared_office(place, read_profile_file(place), credentials)


def ways_of(place: Path) -> WaysIn:
    """Answer how an office can be opened, in a folder or on a server."""
    if is_suitcase(place):
        return _ways_into_suitcase(place)
    return ways_into(place) if is_profile(place) else offices.ways_in(place)


def _ways_into_suitcase(file: Path) -> WaysIn:
    from app.mobile_advice.suitcase.opening import ways_into_suitcase  # noqa: PLC0415 - on tours

    return ways_into_suitcase(file)


def _open_suitcase(file: Path, key: bytes) -> SuitcaseOffice:
    from app.mobile_advice.suitcase.opening import open_with_key  # noqa: PLC0415 - on tours

    return open_with_key(file, key)


def by_password(login: str, password: str) -> KeySource:
    """Answer a source that holds login and password of a shared office as typed."""

    def source(place: Path) -> Credentials:
        del place
        return Credentials(login, password)

    return source


@dataclass(frozen=True, slots=True)
class Joined:
    """A shared office that could be opened: where its profile is kept, and by what it opens."""

    place: Path
    credentials: Credentials
    is_remembered: bool
    """Whether the keyring of this computer has the password."""


def join(file: Path, credentials: Credentials, *, remember: bool) -> Joined:
    """Try a shared office and keep its profile; raises `Refused` or `Unavailable` before that."""
    from app.server.shared_office import (  # noqa: PLC0415 - brings the library of the server
        open_shared_office,
    )

    profile = read_profile_file(file)
    open_shared_office(file, profile, credentials).close()
    place = keep_profile(profile, credentials.login)
    is_remembered = remember and remember_password(place, credentials)
    return Joined(place, credentials, is_remembered)


def _play_the_demo_part(office: LocalOffice) -> None:
    """Work as the person whose day the demo office shows."""
    card = office.ask(office_card)
    if card is not None and card.values.contact_name:
        office.work_as(card.values.contact_name)


def by_passphrase(passphrase: str) -> KeySource:
    """Answer a source that unwraps the key with a passphrase."""

    def source(folder: Path) -> bytes:
        if is_suitcase(folder):
            from app.mobile_advice.suitcase.places import key_of  # noqa: PLC0415 - on tours

            return key_of(folder, passphrase)
        return offices.key_from_passphrase(folder, passphrase)

    return source


def by_recovery_key(text: str) -> KeySource:
    """Answer a source that unwraps the key with the recovery key as typed."""

    def source(folder: Path) -> bytes:
        return offices.key_from_recovery(folder, text)

    return source


def by_demo_key(folder: Path) -> bytes:
    """Answer the key that lies beside a demo office: it protects invented people only."""
    return offices.key_from_file(folder / "demo.key")


def by_key(key: bytes) -> KeySource:
    """Answer a source for a key that is at hand, as after making an office."""

    def source(folder: Path) -> bytes:
        del folder
        return key

    return source


@dataclass(frozen=True, slots=True)
class BeforeNew:
    """What must be known before the steps of a new office begin."""

    recovery_key: str
    has_keyring: bool


def before_a_new_office() -> BeforeNew:
    """Answer a fresh recovery key, and whether a keyring can be offered."""
    return BeforeNew(offices.new_recovery_key(), has_trusted_keyring())


@dataclass(frozen=True, slots=True)
class Locks:
    """How an office can be opened, and whether a keyring could be offered."""

    ways: WaysIn
    has_keyring: bool


def locks_of(folder: Path) -> Locks:
    """Answer the locks of an office on this computer."""
    return Locks(offices.ways_in(folder), has_trusted_keyring())


def check_retyped(wanted: str, typed: str) -> None:
    """Raise `Refused` that names the first group that differs from the key on the page."""
    from app.admin.recovery_paper import groups_of  # noqa: PLC0415 - brings reportlab

    tidy = offices.check_recovery_key(typed)
    pairs = zip(groups_of(wanted), groups_of(tidy), strict=True)
    for number, (right, found) in enumerate(pairs, start=1):
        if right != found:
            raise Refused(Problem(NOT_THIS_KEY, "recovery_key", {"group": number}))


def create(plan: OfficePlan, typed: str) -> CreatedOffice:
    """Make an office once its recovery key was typed back; raises `Refused`, `Unavailable`."""
    check_retyped(plan.recovery_key, typed)
    return offices.create_office(
        plan.folder,
        plan.office,
        passphrase=plan.passphrase,
        use_keyring=plan.use_keyring,
        recovery=plan.recovery_key,
    )


@dataclass(frozen=True, slots=True)
class NewKey:
    """What an exchange of keys needs: the new recovery key, and the ways in that stay."""

    recovery_key: str
    passphrase: str | None
    use_keyring: bool


def check_new_key(office: OpenOffice, new: NewKey, typed: str) -> None:
    """Raise `Refused` when the new key was not typed back, or the passphrase is not the one."""
    check_retyped(new.recovery_key, typed)
    if new.passphrase is not None:
        offices.key_from_passphrase(office.folder, new.passphrase)


def exchange_keys(office: OpenOffice, new: NewKey, who: str) -> CreatedOffice:
    """Give a closed office new keys; answers them. Raises `Unavailable`."""
    return offices.rotate_key(
        office.folder,
        office.key,
        passphrase=new.passphrase,
        use_keyring=new.use_keyring,
        who=who,
        recovery=new.recovery_key,
    )


def recovery_pdf(office: str, recovery_key: str, language: str) -> bytes:
    """Answer the page with the recovery key, made today."""
    from app.admin.recovery_paper import recovery_page  # noqa: PLC0415 - brings reportlab

    return recovery_page(office, recovery_key, date.today(), language)  # noqa: DTZ011 - local day


def make_demo(folder: Path) -> Path:
    """Build the demo office in the country of the language in use; answer its folder."""
    from app.demo.actions import build_demo  # noqa: PLC0415 - brings the books of names
    from app.demo.rules import Country, DemoPlan  # noqa: PLC0415 - brings the same

    country = Country.DENMARK if language() == "da" else Country.GERMANY
    today = date.today()  # noqa: DTZ011 - the local day
    return build_demo(folder, DemoPlan(today, country=country)).folder
