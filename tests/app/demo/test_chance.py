"""Chance that repeats."""

from __future__ import annotations

from app.demo.chance import Chance


def test_the_same_subject_gives_the_same_numbers() -> None:
    assert Chance(1, "visits", 7).random() == Chance(1, "visits", 7).random()
    assert Chance(1, "visits", 7).random() != Chance(2, "visits", 7).random()


def test_keys_ascend_with_their_place() -> None:
    chance = Chance("keys")

    keys = [chance.key(place / 1000) for place in range(1000)]

    assert keys == sorted(keys)
    assert len(set(keys)) == 1000
    assert {key.version for key in keys} == {4}


def test_counts_are_about_their_mean() -> None:
    chance = Chance("counts")

    counts = [chance.about(10) for _ in range(5000)]

    assert 9.5 < sum(counts) / len(counts) < 10.5
    assert min(counts) >= 0
    assert chance.about(0) == 0


def test_often_is_about_its_share() -> None:
    chance = Chance("often")

    assert 400 < sum(chance.often(0.25) for _ in range(2000)) < 600
