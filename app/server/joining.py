"""Joining a shared office: reading the profile, keeping it, remembering the password."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.admin.rules import WaysIn
from app.errors import N_, Problem, Refused, Unavailable
from app.server.places import SUFFIX, joined_folder
from app.server.rules.profile_file import LARGEST, NOT_A_PROFILE, read_profile, write_profile
from db.files import write_whole
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from pathlib import Path

    from app.server.rules.profile import Profile

_KEYRING = "shared"
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
"""What some file system does not take in a name."""
_LONGEST_TITLE = 60

NO_FILE = N_("The connection profile cannot be read.")
NO_FILE_REMEDY = N_("Look whether it is still there, or ask the administrator for it again.")
NOT_REMEMBERED = N_("The keyring of this computer does not know the password.")
NOT_REMEMBERED_REMEDY = N_("Type the password instead.")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who comes to a shared office, and by what; the password is never written down."""

    login: str
    password: str

    def __repr__(self) -> str:
        """Show the login alone."""
        return f"Credentials({self.login!r})"


def read_profile_file(file: Path) -> Profile:
    """Answer the profile in a file, with its certificate where the driver finds it.

    Raises `Refused` when it is no profile or unsafe, `Unavailable` when it cannot be read.
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise Refused(Problem(NOT_A_PROFILE, "profile"))
        return _with_ca_file(read_profile(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise Refused(Problem(NOT_A_PROFILE, "profile")) from error
    except OSError as error:
        raise Unavailable(NO_FILE, NO_FILE_REMEDY) from error


def keep_profile(profile: Profile, login: str) -> Path:
    """Keep a profile for this login; the same office a second time stays in the same place.

    Raises `Unavailable` when the disk says no.
    """
    server = f"{profile.host}\0{profile.port}\0{profile.database}".encode()
    folder = joined_folder() / hashlib.sha256(server).hexdigest()[:16]
    title = _UNFIT.sub(" ", profile.name).strip(" .")[:_LONGEST_TITLE] or "office"
    with plain_trouble(joined_folder()):
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / f"{title}{SUFFIX}"
        for other in folder.glob(f"*{SUFFIX}"):
            if other != place:
                other.unlink()
        write_whole(place, write_profile(replace(profile, login=login, in_keyring=False)).encode())
    return place


def save_profile(profile: Profile, file: Path) -> Path:
    """Write a profile for somebody else; raises `Unavailable` when the disk says no."""
    with plain_trouble(file.parent):
        write_whole(file, write_profile(profile).encode())
    return file


def ways_into(place: Path) -> WaysIn:
    """Answer how a shared office can be entered from here; the server is not asked."""
    profile = read_profile_file(place)
    return WaysIn(
        keyring=profile.in_keyring,
        passphrase=True,
        recovery=False,
        is_demo=False,
        is_shared=True,
        login=profile.login,
    )


def remember_password(place: Path, credentials: Credentials) -> bool:
    """Keep the password in the computer's keyring; False when none can be trusted with it."""
    from db.keyring_store import remember_text  # noqa: PLC0415 - slow to import

    profile = read_profile_file(place)
    account = _account(profile, credentials.login)
    remembered = remember_text(_KEYRING, account, credentials.password)
    _note_keyring(place, profile, credentials.login, known=remembered)
    return remembered


def credentials_from_keyring(place: Path) -> Credentials:
    """Answer login and password that the keyring remembers; raises `Unavailable` without."""
    from db.keyring_store import KeyringUnavailable, recall_text  # noqa: PLC0415 - slow to import

    profile = read_profile_file(place)
    password = None
    with suppress(KeyringUnavailable):
        password = recall_text(_KEYRING, _account(profile, profile.login))
    if not password:
        raise Unavailable(NOT_REMEMBERED, NOT_REMEMBERED_REMEDY)
    return Credentials(profile.login, password)


def forget_password(place: Path) -> None:
    """Take the password out of the computer's keyring."""
    from db.keyring_store import forget_text  # noqa: PLC0415 - slow to import

    profile = read_profile_file(place)
    forget_text(_KEYRING, _account(profile, profile.login))
    _note_keyring(place, profile, profile.login, known=False)


def _account(profile: Profile, login: str) -> str:
    return f"{login}@{profile.host}:{profile.port}/{profile.database}"


def _note_keyring(place: Path, profile: Profile, login: str, *, known: bool) -> None:
    if (profile.in_keyring, profile.login) != (known, login):
        kept = replace(profile, in_keyring=known, login=login)
        with plain_trouble(place.parent):
            write_whole(place, write_profile(kept).encode())


def _with_ca_file(profile: Profile) -> Profile:
    """Lay the certificate where the driver can read it, named by what is in it."""
    if not profile.ca:
        return profile
    content = profile.ca.encode()
    folder = joined_folder() / "authorities"
    file = folder / f"{hashlib.sha256(content).hexdigest()[:32]}.crt"
    with plain_trouble(joined_folder()):
        if not file.exists() or file.read_bytes() != content:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(file, content)
    return replace(profile, ca_file=file)
