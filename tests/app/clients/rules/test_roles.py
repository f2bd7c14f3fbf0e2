"""A person has several roles, each for a time, and none of them twice at once."""

from __future__ import annotations

from datetime import date

import pytest

from app.clients.rules import ROLE_LABELS, ClientFilter, Role, RoleSpan
from app.clients.rules.roles import (
    ENDS_FIRST,
    MOST_ROLES,
    NO_ROLE,
    NO_SUCH_ROLE,
    ROLE_TWICE,
    TOO_MANY_ROLES,
    check_roles,
)

TODAY = date(2026, 11, 23)
LONG_AGO, LAST_YEAR = date(2020, 1, 1), date(2025, 1, 1)


@pytest.mark.parametrize(
    ("roles", "message"),
    [
        ((), NO_ROLE),
        ((RoleSpan("king"),), NO_SUCH_ROLE),
        ((RoleSpan("client", TODAY, LONG_AGO),), ENDS_FIRST),
        ((RoleSpan("client"), RoleSpan("client", TODAY)), ROLE_TWICE),
        ((RoleSpan("client", LONG_AGO, LAST_YEAR), RoleSpan("client", LONG_AGO)), ROLE_TWICE),
        ((RoleSpan("client"),) * (MOST_ROLES + 1), TOO_MANY_ROLES),
    ],
)
def test_what_is_wrong_with_roles_is_said(roles: tuple[RoleSpan, ...], message: str) -> None:
    (problem,) = check_roles(roles, TODAY)
    assert (problem.message, problem.field) == (message, "roles")


def test_a_role_comes_back_and_stands_beside_others() -> None:
    roles = (
        RoleSpan("client", LONG_AGO, LAST_YEAR),
        RoleSpan("client", TODAY),
        RoleSpan("volunteer"),
    )
    assert check_roles(roles, TODAY) == ()


def test_a_role_lasts_through_its_last_day() -> None:
    span = RoleSpan("client", LAST_YEAR, TODAY)
    assert span.lasts_on(TODAY)
    assert not span.lasts_on(date(2026, 11, 24))
    assert not span.lasts_on(LONG_AGO)


def test_every_role_has_a_word_and_a_list() -> None:
    assert set(ROLE_LABELS) == set(Role)
    assert {kind.role for kind in ClientFilter} - {None} == set(Role)
