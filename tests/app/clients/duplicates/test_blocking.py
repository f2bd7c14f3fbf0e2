"""Pairs that may be one person are looked at; most others never are."""

from __future__ import annotations

from app.clients.duplicates import known
from app.clients.duplicates.blocking import candidates
from tests.app.clients.duplicates.town import make_town


def test_nearly_every_true_pair_is_looked_at_and_hardly_any_other() -> None:
    town = make_town(3000, 21)
    place = {card.key: number for number, card in enumerate(town.cards)}
    pairs = candidates([known(card) for card in town.cards])
    true = {tuple(sorted(place[key] for key in pair)) for pair in town.truth}

    missed = [pair for pair in true if pair[0] * len(town.cards) + pair[1] not in pairs]

    assert len(missed) <= len(true) / 200
    assert len(pairs) < 10 * len(town.cards)


def test_a_crowd_of_namesakes_is_parted() -> None:
    town = make_town(1000, 21)
    crowd = [known(card)._replace(given="anna", family="muller") for card in town.cards]

    assert len(candidates(crowd)) < len(crowd) ** 2 / 20
