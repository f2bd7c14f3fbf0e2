"""Candidates are ranked with reasons for and against and with what would help."""

from __future__ import annotations

from datetime import date

import pytest

from app.visiting.matching.candidates import candidates, ranking
from app.visiting.matching.exclusions import Exclusion, exclusions, is_possible
from app.visiting.matching.grades import Grades, grade, score
from app.visiting.matching.office_task import OfficeFacts
from app.visiting.matching.weighing import delivered_weights
from app.visiting.matching.wishes import Level, Person, Spot, Volunteer, Weights, has_stretch

GERMAN = {"de": Level.NATIVE}
TURKISH = {"tr": Level.NATIVE, "de": Level.A2}
MORNING, NOON = 0b1111 << 18, 0b1111 << 24


@pytest.mark.parametrize(
    ("person", "volunteer", "exclusion"),
    [
        (Person("p"), Volunteer("v", approved=False), Exclusion.NOT_APPROVED),
        (Person("p"), Volunteer("v", capacity=0), Exclusion.NO_ROOM),
        (Person("p"), Volunteer("v", is_away_long=True), Exclusion.AWAY),
        (Person("p", in_person=True), Volunteer("v", by_phone_only=True), Exclusion.KIND),
        (
            Person("p", in_person=True, stairs=True),
            Volunteer("v", climbs_stairs=False),
            Exclusion.STAIRS,
        ),
        (Person("p", languages=TURKISH), Volunteer("v", languages=GERMAN), Exclusion.LANGUAGE),
        (Person("p", gender_wish="female"), Volunteer("v", gender="male"), Exclusion.GENDER),
        (Person("p", gender_wish="female"), Volunteer("v"), Exclusion.GENDER),
        (Person("p", smoking_home=True), Volunteer("v", accepts_smoking=False), Exclusion.SMOKING),
        (Person("p", no_smoker=True), Volunteer("v", smoker=True), Exclusion.SMOKING),
        (
            Person("p", animals=frozenset({"cat"})),
            Volunteer("v", allergies=frozenset({"cat", "dog"})),
            Exclusion.ANIMALS,
        ),
        (
            Person("p", allergies=frozenset({"dog"})),
            Volunteer("v", brings=frozenset({"dog"})),
            Exclusion.ANIMALS,
        ),
        (Person("p", hours=MORNING), Volunteer("v", hours=NOON), Exclusion.TIME),
        (
            Person("p", hours=MORNING, visit_minutes=121),
            Volunteer("v", hours=MORNING),
            Exclusion.TIME,
        ),
    ],
)
def test_one_exclusion_makes_a_pair_impossible(
    person: Person, volunteer: Volunteer, exclusion: Exclusion
) -> None:
    assert list(exclusions(person, volunteer)) == [exclusion]
    assert not is_possible(person, volunteer)
    office = OfficeFacts(
        (person,), (volunteer, Volunteer("other", gender="female")), delivered_weights()
    )
    assert office.task().pair_volunteers == (1,)
    found = candidates(person, [volunteer])[0]
    assert not found.possible
    assert found.against[0] == exclusion.reason
    assert found.would_help == (exclusion.remedy,)


def test_what_was_not_stated_excludes_nobody() -> None:
    assert is_possible(Person("p"), Volunteer("v"))
    assert candidates(Person("p"), [Volunteer("v")])[0].score == 50


def test_those_kept_apart_are_told_so() -> None:
    found = candidates(Person("p"), [Volunteer("v")], apart=frozenset({"v"}))

    assert found[0].against == (Exclusion.KEPT_APART.reason,)


def test_a_language_counts_only_where_both_speak_it_well_enough() -> None:
    both = Volunteer("v", languages={"de": Level.NATIVE, "tr": Level.B1})

    assert is_possible(Person("p", languages=TURKISH), both)
    assert not is_possible(Person("p", languages=TURKISH, least_level=Level.B2), both)
    assert is_possible(Person("p", languages=TURKISH, least_level=Level.A2), both)


def test_two_half_hours_apart_are_no_hour() -> None:
    assert has_stretch(0b110, 60)
    assert not has_stretch(0b101, 60)
    assert has_stretch(0b101, 30)
    assert not has_stretch(0, 30)


def test_the_best_come_first_and_the_impossible_last() -> None:
    person = Person("p", interests=frozenset({"chess", "music"}))
    found = candidates(
        person,
        [
            Volunteer("none", interests=frozenset({"golf"})),
            Volunteer("never", interests=frozenset({"chess", "music"}), approved=False),
            Volunteer("best", interests=frozenset({"chess", "music"})),
            Volunteer("some", interests=frozenset({"chess", "golf"})),
        ],
    )

    assert [one.volunteer for one in found] == ["best", "some", "none", "never"]
    assert [one.field for one in found[0].in_favour] == ["interests"]
    assert [one.field for one in found[2].against] == ["interests"]


def test_every_wish_speaks_for_or_against() -> None:
    person = Person(
        "p",
        languages=GERMAN,
        interests=frozenset({"chess"}),
        hours=0b1111_1111 << 18,
        age_wish=(30, 40),
        dementia=True,
        spot=Spot("Bilk", 6.78, 51.20),
    )
    good = Volunteer(
        "good",
        languages=GERMAN,
        interests=frozenset({"chess"}),
        hours=0b1111_1111 << 18,
        age=35,
        dementia_experience=True,
        spot=Spot("Bilk", 6.78, 51.20),
    )
    bad = Volunteer(
        "bad",
        languages={"de": Level.B1},
        interests=frozenset({"golf"}),
        hours=0b11 << 18,
        age=80,
        spot=Spot("Benrath", 7.50, 51.20),
    )

    first, second = candidates(person, [bad, good])

    assert (first.volunteer, len(first.in_favour), first.against) == ("good", 6, ())
    assert first.score == pytest.approx(100)
    assert (second.volunteer, second.in_favour, len(second.against)) == ("bad", (), 6)


def test_districts_count_where_points_are_not_known() -> None:
    home = Person("p", spot=Spot("Bilk"))

    assert grade(home, Volunteer("v", spot=Spot("Bilk"))).distance == 1
    assert grade(home, Volunteer("v", spot=Spot("Benrath"))).distance == 0
    assert grade(home, Volunteer("v")).distance == 0.5
    assert [one.field for one in candidates(home, [Volunteer("v", spot=Spot("Bilk"))])[0].in_favour]


def test_weights_decide_what_counts() -> None:
    grades = Grades(1, 0, 0, 0, 0, 0.5)

    assert score(grades, Weights(language=7, dementia=4)) == 9


def test_whoever_travels_less_far_finds_the_same_way_longer() -> None:
    home = Person("p", spot=Spot(None, 6.78, 51.20))
    there = Spot(None, 6.82, 51.20)

    near = grade(home, Volunteer("v", spot=there, reach=20)).distance
    far = grade(home, Volunteer("v", spot=there, reach=3)).distance

    assert near > 0.8
    assert far < 0.1


def test_a_ranking_says_of_the_first_what_is_said_of_all() -> None:
    person = Person("p", interests=frozenset({"music"}), age_wish=(30, 50), gender_wish="female")
    volunteers = tuple(
        Volunteer(
            f"v{number}",
            age=20 + number,
            gender="male" if number % 3 else "female",
            approved=number % 5 != 0,
            is_away_long=number % 7 == 0,
            interests=frozenset({"music", "sport"} if number % 2 else {"sport"}),
        )
        for number in range(60)
    )
    apart = frozenset({"v9", "v3"})
    everybody = candidates(person, volunteers, apart=apart)
    possible = sum(one.possible for one in everybody)
    nearest = sorted(everybody[possible:], key=lambda one: (len(one.would_help), -one.score))
    for most in (3, possible, possible + 10, 60):
        found = ranking(person, volunteers, most, apart=apart)
        assert found.possible == possible
        assert found.first == (*everybody[:possible], *nearest)[:most]


def test_who_is_away_for_some_days_is_told_so_but_may_be_asked() -> None:
    until = date(2026, 12, 1)
    (found,) = candidates(Person("p"), [Volunteer("v", away_until=until)])
    assert found.possible
    assert [one.values for one in found.against] == [{"day": until}]
