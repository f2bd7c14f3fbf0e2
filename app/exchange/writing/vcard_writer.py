"""Address cards as vCard 3.0: what phones, mail programs and Excel-free offices read alike.

Version 3.0 (RFC 2426), because Outlook and older phones refuse 4.0 (RFC 6350) and everything
that reads 4.0 reads 3.0. A card says how to reach somebody and nothing else: no birth date, no
languages, no notes; that somebody is helped by the office is not on it either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.exchange.writing.harmless import storable

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class CardAddress:
    """An address as it is written on a card; "" for what is not known."""

    street: str = ""
    """With the house number, floor and door."""
    extra: str = ""
    """Care of."""
    postal_code: str = ""
    city: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class AddressCard:
    """One person's card."""

    key: str
    """Stays the same, so that a phone changes the card it knows."""
    given_name: str
    family_name: str
    phones: tuple[tuple[str, str], ...] = ()
    """Kind ("home", "cell", "work") and number."""
    mails: tuple[str, ...] = ()
    addresses: tuple[CardAddress, ...] = ()
    organisation: str = ""


def write_cards(cards: Iterable[AddressCard]) -> bytes:
    """Answer cards as one file, each in UTF-8 with lines of at most 75 octets."""
    return b"".join(_card(card) for card in cards)


def _card(facts: AddressCard) -> bytes:
    import vobject  # noqa: PLC0415 - 80 ms to import, needed only for cards

    card: Any = vobject.vCard()
    given, family = _plain(facts.given_name), _plain(facts.family_name)
    card.add("uid").value = f"urn:uuid:{facts.key}"
    card.add("n").value = vobject.vcard.Name(family=family, given=given)
    card.add("fn").value = f"{given} {family}".strip() or _plain(facts.organisation) or "?"
    if facts.organisation:
        card.add("org").value = [_plain(facts.organisation)]
    for kind, number in facts.phones:
        _add(card, "tel", _plain(number), kind.upper())
    for mail in facts.mails:
        _add(card, "email", _plain(mail), "INTERNET")
    for address in facts.addresses:
        _add(card, "adr", _address(vobject, address), "HOME")
    text: str = card.serialize()
    return text.encode()


def _add(card: Any, name: str, value: object, kind: str) -> None:  # noqa: ANN401 - vobject has no types
    line = card.add(name)
    line.value = value
    line.type_param = kind


def _address(vobject: Any, address: CardAddress) -> object:  # noqa: ANN401 - as above
    return vobject.vcard.Address(
        street=_plain(address.street),
        extended=_plain(address.extra),
        code=_plain(address.postal_code),
        city=_plain(address.city),
        country=_plain(address.country),
    )


def _plain(text: str) -> str:
    """Answer a text on one line that every file can keep: a line break could begin a new fact."""
    return " ".join(storable(text).split())
