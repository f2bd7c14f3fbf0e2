"""What an office is called, how good a passphrase must be, and which backups are kept."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as default
from enum import StrEnum
from typing import TYPE_CHECKING

from app.errors import N_, Problem, Unavailable
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

COUNTRIES = ("DE", "DK")
"""ISO 3166 codes of the countries whose law and addresses the program knows."""

_POSTAL_DIGITS = {"DE": 5, "DK": 4}


@dataclass(frozen=True, slots=True)
class OfficeValues:
    """What the form of the office card holds."""

    name: str
    country: str
    sender: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    contact_name: str = ""


@dataclass(frozen=True, slots=True)
class NewOffice(OfficeValues):
    """What the form for a new office holds: the card, and who makes it."""

    who: str = ""


def check_office(values: OfficeValues) -> tuple[Problem, ...]:
    """Answer everything that is wrong with an office card or a new office."""
    problems = [*check_text(values.name, "name", longest=NAME_LENGTH, required=True)]
    for field in ("sender", "street", "postal_code", "city", "phone", "email", "contact_name"):
        problems += check_text(getattr(values, field), field, longest=NAME_LENGTH)
    if isinstance(values, NewOffice):
        problems += check_text(values.who, "who", longest=NAME_LENGTH, required=True)
    if values.country not in COUNTRIES:
        problems.append(Problem(COUNTRY, "country"))
    broken = {problem.field for problem in problems}
    found = _check_postal_code(values) + _check_email(values.email)
    return (*problems, *(problem for problem in found if problem.field not in broken))


def _check_postal_code(values: OfficeValues) -> tuple[Problem, ...]:
    digits = _POSTAL_DIGITS.get(values.country)
    code = values.postal_code.strip()
    if not code or digits is None:
        return ()
    right = len(code) == digits and code.isascii() and code.isdigit()
    return () if right else (Problem(POSTAL_CODE, "postal_code", {"digits": digits}),)


def _check_email(email: str) -> tuple[Problem, ...]:
    name, _at, domain = email.strip().rpartition("@")
    right = name and "." in domain.strip(".") and not any(map(str.isspace, email.strip()))
    return () if right or not email.strip() else (Problem(EMAIL, "email"),)


COUNTRY = N_("Choose Germany or Denmark.")
POSTAL_CODE = N_("A postcode here has {digits} digits.")
EMAIL = N_("This is not an e-mail address.")


@dataclass(frozen=True, slots=True)
class PassphraseRule:
    """How long a passphrase must be, in characters; offices may ask for more."""

    shortest: int = 10
    good: int = 16
    longest: int = 1000
    fewest_different: int = 5


class Strength(StrEnum):
    """How well a passphrase protects the office; the value is the sentence to show."""

    TOO_WEAK = N_("Too easy to guess.")
    FAIR = N_("Good enough. Four unrelated words would be better, and easier to remember.")
    GOOD = N_("Hard to guess.")


def check_passphrase(
    text: str, repeated: str | None = None, rule: PassphraseRule | None = None
) -> tuple[Problem, ...]:
    """Answer what is wrong with a new passphrase, and with its repetition when one is given."""
    wanted = rule or PassphraseRule()
    problems = check_text(text, "passphrase", longest=wanted.longest, required=True)
    if not problems and len(text) < wanted.shortest:
        problems = (Problem(TOO_SHORT, "passphrase", {"shortest": wanted.shortest}),)
    if not problems and len(set(text.casefold())) < wanted.fewest_different:
        problems = (Problem(TOO_EVEN, "passphrase"),)
    if not problems and repeated is not None and repeated != text:
        problems = (Problem(NOT_REPEATED, "repeated"),)
    return problems


def passphrase_strength(text: str, rule: PassphraseRule | None = None) -> Strength:
    """Answer how hard a passphrase is to guess."""
    wanted = rule or PassphraseRule()
    if check_passphrase(text, rule=wanted):
        return Strength.TOO_WEAK
    return Strength.GOOD if len(text) >= wanted.good else Strength.FAIR


TOO_SHORT = N_("Use at least {shortest} characters. Several words are easy to remember.")
TOO_EVEN = N_("This repeats the same few characters. Use different ones.")
NOT_REPEATED = N_("The two passphrases differ. Type the second one again.")


class BackupReason(StrEnum):
    """Why a backup was made."""

    ASKED = "asked"
    SCHEDULE = "schedule"
    CLOSE = "close"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    DELETION = "deletion"
    KEY_CHANGE = "key_change"


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What is known of one backup file; `size` is in bytes, `at` aware."""

    file: Path
    at: datetime
    size: int
    schema: str
    reason: str = BackupReason.ASKED
    counts: Mapping[str, int] = default(default_factory=dict)
    last_change: str = ""
    copied: bool | None = None
    """Whether the second place got its copy; None when there is none."""

    @property
    def clients(self) -> int:
        """How many clients it holds."""
        return self.counts.get("person", 0)

    @property
    def visits(self) -> int:
        """How many visits it holds."""
        return self.counts.get("visit", 0)

    @property
    def letters(self) -> int:
        """How many letters it holds."""
        return self.counts.get("letter", 0)


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many backups are kept: the newest ones, then one per day, week and month."""

    recent: int = 12
    days: int = 7
    weeks: int = 4
    months: int = 12
    every_minutes: int = 30


def kept_backups(times: Iterable[datetime], keeping: Keeping | None = None) -> set[datetime]:
    """Answer which of the backups made at `times` are kept; the others may go.

    Of each day, week (from Monday) and month the newest one stands for the whole; periods
    without a backup do not count.
    """
    rule = keeping or Keeping()
    newest_first = sorted(set(times), reverse=True)
    return {
        *newest_first[: rule.recent],
        *_newest_of(newest_first, "%Y-%m-%d", rule.days),
        *_newest_of(newest_first, "%G-%V", rule.weeks),
        *_newest_of(newest_first, "%Y-%m", rule.months),
    }


def _newest_of(newest_first: Sequence[datetime], period: str, count: int) -> list[datetime]:
    found: dict[str, datetime] = {}
    for at in newest_first:
        found.setdefault(at.strftime(period), at)
    return list(found.values())[:count]


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Which keys an office can be opened with."""

    keyring: bool
    passphrase: bool
    recovery: bool
    is_demo: bool
    is_shared: bool = False
    """Whether it is on a server: then the passphrase is the password of `login`."""
    login: str = ""
    is_suitcase: bool = False
    """Whether it is a part of an office that a tour took along."""


@dataclass(frozen=True, slots=True)
class CreatedOffice:
    """A new office, with the data key and the recovery key that are told only once."""

    folder: Path
    key: bytes
    recovery_key: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a look through a whole office file found."""

    schema: str
    schema_is_current: bool
    integrity_ok: bool
    cipher_ok: bool
    damaged_pages: tuple[int, ...]
    counts: Mapping[str, int]
    unfound_notes: int = 0
    """Notes that a search does not find; 0 where the schema is not current."""

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        is_whole = self.integrity_ok and self.cipher_ok
        return self.schema_is_current and is_whole and not self.unfound_notes


class Damaged(Unavailable):
    """The office file or a backup is damaged; the window offers to restore a backup."""
