"""For any office: what it set up itself comes to another one whole, once, and the past stays."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.configuration.actions import import_configuration
from app.configuration.queries import compared, configuration, configuration_file
from app.configuration.rules import Part
from app.errors import Refused
from app.mobile_advice.mediators.pooling import save_pool
from app.mobile_advice.mediators.queries import list_pools
from app.mobile_advice.mediators.rules import PoolDetails
from app.office import Act, Office
from app.preventive.queries.rule_book import office_rules, rule_named
from app.preventive.rules import OwnRule, Repeats
from app.preventive.settling import save_preventive_rule, switch_preventive_rule
from app.volunteers.requirements import all_requirements
from app.volunteers.requiring import (
    add_requirement,
    change_requirement,
    continue_requirement,
    end_requirement,
)
from app.volunteers.rules import RequirementDetails
from db.guard import GuardedSession
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.volunteers.rules import Requirement

Deed = tuple[Any, ...]
_days = st.integers(0, 40).map(lambda weeks: date(2026, 1, 5) + timedelta(weeks=weeks))
_few = st.integers(0, 9)
_titles = st.sampled_from(("Ausweis", "Kurs", "Kurs 2", "Kurs/2"))
_deeds = st.lists(
    st.one_of(
        st.tuples(st.just("add"), _titles, _days, _few),
        st.tuples(st.just("change"), _few, _days, _few),
        st.tuples(st.just("change"), _few, _days, _few),
        st.tuples(st.just("end"), _few, _days),
        st.tuples(st.just("continue"), _few),
        st.tuples(st.just("rule"), _few, st.sampled_from(Repeats), _days, st.booleans()),
        st.tuples(st.just("switch"), _few, st.booleans()),
        st.tuples(st.just("pool"), st.integers(0, 4), _titles, _few, _days, st.booleans()),
    ),
    max_size=14,
)
Deeds = list[Deed]


class Setting:
    """An office in which people set things up; what an example does is undone after it."""

    def __init__(self, office: Office, number: int) -> None:
        """Begin with an office as it is delivered."""
        self.office = office
        self.number = number

    @contextmanager
    def example(self, deeds: Deeds) -> Iterator[None]:
        """Let everything within be as if it had never been."""
        with GuardedSession(self.office._writer, expire_on_commit=False) as self.session:
            self.session.begin()
            for deed in deeds:
                self._try(deed)
            yield
            self.session.rollback()

    def ask(self, question: Callable[..., Any], *about: Any) -> Any:  # noqa: ANN401 - any query
        """Answer a question within the example."""
        self.session.flush()
        return question(self.session.connection(), *about)

    def take(self, file: bytes) -> int:
        """Take a file over within the example."""
        return import_configuration(self.act, file)

    @property
    def act(self) -> Act:
        """A deed of this office."""
        return Act(self.session, NOW, self.office.who)

    def _try(self, deed: Deed) -> None:
        try:
            with self.session.begin_nested():
                getattr(self, f"_{deed[0]}")(*deed[1:])
        except Refused:
            return

    def _add(self, title: str, first: date, months: int) -> None:
        details = RequirementDetails(title, valid_from=first, valid_months=months)
        add_requirement(self.act, details)

    def _change(self, number: int, first: date, months: int) -> None:
        last = self._last(number)
        details = RequirementDetails(
            last.title, last.kind, last.before_stage, first, valid_months=months
        )
        change_requirement(self.act, last.code, _read(last), details)

    def _end(self, number: int, day: date) -> None:
        last = self._last(number)
        end_requirement(self.act, last.code, _read(last), day)

    def _continue(self, number: int) -> None:
        last = self._last(number)
        continue_requirement(self.act, last.code, _read(last))

    def _last(self, number: int) -> Requirement:
        newest: dict[str, Requirement] = {one.code: one for one in self.ask(all_requirements, "DE")}
        return newest[sorted(newest)[number % len(newest)]]

    def _rule(self, number: int, repeats: Repeats, first: date, lives_alone: bool) -> None:  # noqa: FBT001 - drawn
        code = f"own-{number % 3}"
        known = self.ask(rule_named, code)
        rule = OwnRule(
            code, repeats, 80 + number, None, lives_alone, "any", number, valid_from=first
        )
        save_preventive_rule(self.act, code, known.version if known else 0, rule)

    def _switch(self, number: int, is_on: bool) -> None:  # noqa: FBT001 - drawn
        rules = self.ask(office_rules)
        switch_preventive_rule(self.act, rules[number % len(rules)].code, is_on=is_on)

    def _pool(self, number: int, name: str, lead: int, first: date, is_active: bool) -> None:  # noqa: FBT001 - drawn
        key = UUID(int=100 * self.number + number)
        rows = {row.id: row.version for row in self.ask(list_pools)}
        details = PoolDetails(
            name, None, ("ar",), lead, phone=f"0{key.int}", valid_from=first, is_active=is_active
        )
        save_pool(self.act, key, rows.get(key, 0), details)


def _read(one: Requirement) -> tuple[date, date | None]:
    return one.valid_from, one.valid_until


@pytest.fixture
def here(office: Office) -> Setting:
    """The office that saves its configuration."""
    return Setting(office, 1)


@pytest.fixture
def there(other: Office) -> Setting:
    """The office that takes it over."""
    return Setting(other, 2)


_undone = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@_undone
@given(deeds=_deeds)
def test_everything_that_an_office_set_up_comes_to_an_empty_one(
    here: Setting, there: Setting, deeds: Deeds
) -> None:
    with here.example(deeds), there.example([]):
        file = here.ask(configuration_file)
        there.take(file)
        assert there.ask(compared, file) == ()
        assert _said(there) == _said(here)
        assert there.ask(office_rules) == _same_versions(here, there)
        assert there.take(file) == 0


def _said(office: Setting) -> dict[Part, Any]:
    """Answer the configuration; a delivered rule that is used holds with and without a row."""
    found: dict[Part, Any] = office.ask(configuration)
    used = found[Part.DELIVERED]
    return found | {Part.DELIVERED: {code for code, said in used.items() if not said["offered"]}}


def _same_versions(here: Setting, there: Setting) -> tuple[Any, ...]:
    """Answer the rules of one office with the versions that rows have in the other."""
    versions = {rule.code: rule.version for rule in there.ask(office_rules)}
    return tuple(replace(rule, version=versions[rule.code]) for rule in here.ask(office_rules))


@_undone
@given(theirs=_deeds, mine=_deeds)
def test_a_second_time_changes_nothing_and_nothing_of_the_past_is_lost(
    here: Setting, there: Setting, theirs: Deeds, mine: Deeds
) -> None:
    with here.example(theirs), there.example(mine):
        file = here.ask(configuration_file)
        required, pools = there.ask(all_requirements, "DE"), there.ask(list_pools)
        rules = {rule.code for rule in there.ask(office_rules)}

        there.take(file)

        after = there.ask(configuration)
        assert there.take(file) == 0
        assert there.ask(configuration) == after
        assert not any(one.is_taken_over for one in there.ask(compared, file))
        _keeps_the_past(required, there.ask(all_requirements, "DE"))
        assert rules <= {rule.code for rule in there.ask(office_rules)}
        kept = {row.id: (row.name, row.phone) for row in there.ask(list_pools)}
        assert kept.items() >= {row.id: (row.name, row.phone) for row in pools}.items()
        assert not _names(here.ask(configuration)) - _names(after)


def _names(found: dict[Part, Any]) -> Counter[str]:
    return Counter(pool["name"] for pool in found[Part.POOLS].values())


def _keeps_the_past(before: Sequence[Requirement], after: Sequence[Requirement]) -> None:
    """Assert that versions stay, and that only the last one may end on another day."""
    known = {(one.code, one.valid_from): one for one in after}
    newest = {one.code: one.valid_from for one in before}
    for one in before:
        now = known[one.code, one.valid_from]
        assert (now.title, now.valid_months, now.kind) == (one.title, one.valid_months, one.kind)
        if one.valid_from != newest[one.code]:
            assert now.valid_until == one.valid_until
    added = {(one.code, one.valid_from) for one in after} - {(o.code, o.valid_from) for o in before}
    assert all(first > newest.get(code, date.min) for code, first in added)
