"""Who is around the first people of the demo office: kin, neighbours, households, volunteers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.clients.actions import enter_person
from app.clients.rules import ClientDetails, Role, RoleSpan
from app.demo.books import book
from app.demo.cards import client_key
from app.demo.chance import Chance
from app.demo.people import make_person
from app.demo.rota import OWN_NAMES, slot_of
from app.demo.rules import Country
from app.households.actions import add_relation, live_together
from app.households.rules import RelationDetails, RelationKind
from db.people import Person, PersonReach, PersonRole

if TYPE_CHECKING:
    from uuid import UUID

    from app.demo.people import Person as Invented
    from app.demo.rules import DemoPlan
    from app.office import Act

_SHOWN = 90
"""People around whom others stand; a demo that holds more shows no more."""
_PLACES = 40
"""New people per person at most, for the order of their keys."""

_KIN = {
    "Tochter": RelationKind.CHILD, "Sohn": RelationKind.CHILD, "Nichte": RelationKind.NIECE_NEPHEW,
    "Neffe": RelationKind.NIECE_NEPHEW, "Schwiegertochter": RelationKind.IN_LAW,
    "Enkelin": RelationKind.GRANDCHILD, "Enkel": RelationKind.GRANDCHILD,
    "datteren": RelationKind.CHILD, "sønnen": RelationKind.CHILD,
    "niecen": RelationKind.NIECE_NEPHEW, "nevøen": RelationKind.NIECE_NEPHEW,
    "svigerdatteren": RelationKind.IN_LAW, "barnebarnet": RelationKind.GRANDCHILD,
}  # fmt: skip
"""What the words of the book for a relative mean."""
_CARE = {"DE": "Pflegedienst", "DK": "Hjemmepleje"}


def add_demo_circles(act: Act, plan: DemoPlan) -> int:
    """Write who is around the first people of a plan; answer how many people are new."""
    made = _Circles(act, plan)
    for number in range(min(plan.clients, _SHOWN)):
        made.surround(number)
    return made.count


class _Circles:
    """Makes people in the order of their keys, each from its own chance."""

    def __init__(self, act: Act, plan: DemoPlan) -> None:
        self._act, self._plan, self._book = act, plan, book(plan.country)
        self._volunteers: set[str] = {OWN_NAMES[plan.country]}
        self.count = 0

    def surround(self, number: int) -> None:
        slot = slot_of(self._book, self._plan, number)
        person = make_person(self._book, self._plan, number, slot.visitor)
        chance = Chance(self._plan.seed, self._plan.country, "circle", number)
        client = self._act.session.get_one(Person, client_key(self._plan, number))
        if number % 3 == 0:
            self._add_kin(client, person, chance)
        if number % 7 == 3:  # noqa: PLR2004 - every seventh
            self._add_neighbour(client, chance)
        if number % 2 == 1 and person.lives_alone is False:
            self._add_partner(client, person, chance, together=number % 4 == 1)
        if number % 5 == 2:  # noqa: PLR2004 - every fifth
            self._add_care_service(client, chance)
        if slot.visitor not in self._volunteers:
            self._add_volunteer(slot.visitor, chance)
        if number == 6:  # noqa: PLR2004 - one client also helps others
            self._add_role(client)

    def _add_kin(self, client: Person, person: Invented, chance: Chance) -> None:
        word, name = person.words["kin"].split(" ", 1)
        has_key = chance.often(0.4)
        self._relate(
            client,
            chance,
            RelationDetails(
                given_name=name,
                family_name=client.family_name,
                phone=self._phone(chance),
                kind=_KIN.get(word, RelationKind.KIN),
                has_key=has_key,
                in_emergency="1",
            ),
        )

    def _add_neighbour(self, client: Person, chance: Chance) -> None:
        names = chance.weighted(self._book.names, self._book.name_shares)
        is_woman = chance.often(0.6)
        self._relate(
            client,
            chance,
            RelationDetails(
                given_name=chance.pick(names.given[is_woman]).latin,
                family_name=chance.pick(names.family[is_woman]).latin,
                phone=self._phone(chance),
                kind=RelationKind.NEIGHBOUR,
                has_key=chance.often(0.5),
                in_emergency="2",
            ),
        )

    def _relate(self, client: Person, chance: Chance, details: RelationDetails) -> None:
        """Enter somebody new under a key that repeats, then relate both."""
        other = self._enter(
            chance,
            ClientDetails(
                given_name=details.given_name,
                family_name=details.family_name,
                phone=details.phone,
                country=self._plan.country.value,
                roles=(RoleSpan(Role.CONTACT),),
            ),
        )
        known = RelationDetails(
            other_id=other,
            kind=details.kind,
            has_key=details.has_key,
            in_emergency=details.in_emergency,
        )
        add_relation(self._act, self._next_key(chance), client.id, known)

    def _add_partner(
        self, client: Person, person: Invented, chance: Chance, *, together: bool
    ) -> None:
        """Enter who lives at the same address; of some the program shall ask whether they do."""
        is_woman = not person.is_woman
        partner = self._enter(
            chance,
            ClientDetails(
                given_name=chance.pick(person.names.old[is_woman]).latin,
                family_name=client.family_name,
                salutation="ms" if is_woman else "mr",
                birth=str(person.born.year + chance.randrange(-4, 5)),
                **{name: getattr(client, name) for name in _ADDRESS},
                area_id=client.area_id,
                lives_alone=False,
                languages=(person.names.tag,),
                levels=("native",),
            ),
        )
        if together:
            live_together(self._act, self._next_key(chance), (client.id, partner))
            details = RelationDetails(other_id=partner, kind=RelationKind.PARTNER)
            add_relation(self._act, self._next_key(chance), client.id, details)

    def _add_care_service(self, client: Person, chance: Chance) -> None:
        phone = self._phone(chance)
        self._act.session.add(
            PersonReach(
                id=self._next_key(chance),
                person_id=client.id,
                kind="phone",
                label=_CARE[self._plan.country],
                value=phone,
            )
        )

    def _add_volunteer(self, name: str, chance: Chance) -> None:
        self._volunteers.add(name)
        given, _space, family = name.partition(" ")
        since = self._plan.today - timedelta(days=90 + chance.randrange(1500))
        self._enter(
            chance,
            ClientDetails(
                given_name=given,
                family_name=family,
                mobile=self._phone(chance),
                country=self._plan.country.value,
                languages=(self._book.language,),
                levels=("fluent",),
                roles=(RoleSpan(Role.VOLUNTEER, since),),
            ),
        )

    def _add_role(self, client: Person) -> None:
        self._act.session.add(
            PersonRole(
                person_id=client.id,
                role=Role.VOLUNTEER.value,
                since=self._plan.today - timedelta(days=400),
                sort_key_de=client.sort_key_de,
                sort_key_da=client.sort_key_da,
            )
        )

    def _enter(self, chance: Chance, details: ClientDetails) -> UUID:
        self.count += 1
        return enter_person(self._act, self._next_key(chance), details)

    def _next_key(self, chance: Chance) -> UUID:
        return chance.key(min(self.count / (_SHOWN * _PLACES), 0.999))

    def _phone(self, chance: Chance) -> str:
        """Answer a number that reaches nobody, see `app.demo.cards`."""
        if self._plan.country is Country.DENMARK:
            return f"+45 17{chance.randrange(1_000_000):06}"
        return f"+49 221 4710{chance.randrange(1000):03}"


_ADDRESS = ("country", "street", "house_number", "floor", "door", "postal_code", "city")
