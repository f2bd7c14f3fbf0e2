"""The profile file: a few lines of TOML that hold no secret and may be sent by e-mail."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from app.errors import N_, Problem, Refused
from app.server.rules.profile import PORT, Profile, check_profile

LARGEST = 256 * 1024
"""In bytes; what is larger is no profile."""
_FORMAT = 1
_KINDS: dict[str, type] = {
    "name": str, "host": str, "port": int, "database": str, "sslmode": str, "ca": str,
    "login": str, "in_keyring": bool, "replica": str, "replica_port": int,
}  # fmt: skip
_SECRETS = ("password", "passwd", "key", "secret")

NOT_A_PROFILE = N_("This file is no connection profile of Nahbar.")
NEWER_PROFILE = N_("This profile was made for a newer version of Nahbar. Install that first.")
HOLDS_A_SECRET = N_(
    "There is a password in this profile, so others may have seen it. Ask the administrator of "
    "the office for a new password, and for a profile without one."
)

_INTRODUCTION = """\
# Connection to a shared office of Nahbar. It holds no secret and may be sent by e-mail.
# Open it in Nahbar with "Join a shared office"; login and password are told by somebody else.
"""


def read_profile(text: str) -> Profile:
    """Answer the profile that a file holds; raise `Refused` with everything wrong with it."""
    try:
        kept = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(Problem(NOT_A_PROFILE, "profile")) from error
    profile = _understood(kept)
    if problems := check_profile(profile):
        raise Refused(*problems)
    return profile


def write_profile(profile: Profile) -> str:
    """Answer the file of a profile; `ca_file` belongs to one computer and is left out."""
    lines = [f"format = {_FORMAT}"]
    for name in _KINDS:
        value = getattr(profile, name)
        if name == "ca" or value in ("", False):
            continue
        # A string of JSON is one of TOML, and so are numbers and truth.
        lines.append(f"{name} = {json.dumps(value, ensure_ascii=False)}")
    if profile.ca:
        lines.append(f"ca = '''\n{profile.ca.strip()}\n'''")
    return _INTRODUCTION + "\n".join(lines) + "\n"


def _understood(kept: dict[str, Any]) -> Profile:
    if any(name in kept for name in _SECRETS):
        raise Refused(Problem(HOLDS_A_SECRET, "profile"))
    number = kept.get("format")
    if type(number) is int and number > _FORMAT:
        raise Refused(Problem(NEWER_PROFILE, "profile"))
    known = {name: kept[name] for name in _KINDS if name in kept}
    is_right = all(type(value) is _KINDS[name] for name, value in known.items())
    if number != _FORMAT or not is_right or not {"name", "database"} <= known.keys():
        raise Refused(Problem(NOT_A_PROFILE, "profile"))
    return Profile(**{"host": "", "port": PORT, **known})
