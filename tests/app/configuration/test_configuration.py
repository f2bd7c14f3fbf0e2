"""Requirements of the configuration as a file: complete, compared first, taken over as a whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from app.admin.office_settings import KEEPS_CPR, office_setting, save_office_setting
from app.admin.settings.actions import choose_number
from app.admin.settings.rules import VISITED_MONTHS
from app.codes.actions import order_codes, save_code
from app.codes.queries import own_entries
from app.codes.rules import Labels, merged, moved
from app.configuration.actions import import_configuration
from app.configuration.queries import compared, configuration, configuration_file
from app.configuration.rules import Part
from app.custom.actions import save_field, save_values
from app.custom.rules import FieldDetails, FieldKind
from app.errors import Refused
from app.escalation.actions import reset_chain, save_chain
from app.escalation.chains import chain_here
from app.escalation.rules import Cause, ChainStep
from app.journal.rules.lists import TOPICS
from app.letters.studio.actions import BEGINNING, new_template, save_version
from app.letters.studio.rules import TermText, VersionText
from app.letters.studio.wording import save_term
from app.mobile_advice.mediators.pooling import save_pool
from app.mobile_advice.mediators.rules import PoolDetails
from app.preventive.rules import OwnRule
from app.preventive.settling import save_preventive_rule, switch_preventive_rule
from app.privacy.actions import set_period
from app.privacy.keeping import keeping_of
from app.privacy.rules import Override
from app.small_numbers.actions import choose_safeguard
from app.small_numbers.queries import office_safeguard
from app.small_numbers.rules import Safeguard
from app.volunteers.requiring import add_requirement
from app.volunteers.rules import RequirementDetails
from tests.conftest import NOW
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Office

CODE = keeping_of("DE").periods[0].code


@pytest.fixture
def file(office: Office) -> bytes:
    """The configuration of an office that changed one thing of every part."""
    person, field = add_client(office, given_name="Kanarienvogel"), uuid4()
    office.act(save_office_setting, KEEPS_CPR, value=True)
    office.act(save_code, TOPICS, "", 0, Labels(en="Heat"))
    lunch = FieldDetails(Labels(en="Lunch"), FieldKind.CHOICE, ("yes", "Kanarienvogels"))
    office.act(save_field, field, 0, lunch)
    office.act(save_values, person, {field: "yes"}, {})
    office.act(set_period, uuid4(), Override(CODE, 60, NOW.date(), "Council decision"))
    office.act(save_term, uuid4(), 0, TermText("de", "bezüglich", "zu"))
    office.act(new_template, uuid4(), "Summer", "de")
    office.act(add_requirement, RequirementDetails("First aid", valid_from=NOW.date()))
    alone = OwnRule("Visit at 90", least_age=90, valid_from=NOW.date())
    office.act(save_preventive_rule, str(uuid4()), 0, alone)
    office.act(switch_preventive_rule, "de_70", is_on=False)
    office.act(save_pool, uuid4(), 0, PoolDetails("Pool", lead_days=3, valid_from=NOW.date()))
    return office.ask(configuration_file)


def test_every_part_is_taken_over_and_then_nothing_differs(
    office: Office, other: Office, file: bytes
) -> None:
    before = other.ask(compared, file)
    assert {one.part for one in before} == set(Part)
    assert all(one.is_taken_over for one in before)

    taken = other.act(import_configuration, file).value

    assert taken == len(before)
    assert other.ask(compared, file) == ()
    assert other.ask(configuration) == office.ask(configuration)
    assert other.ask(office_setting, KEEPS_CPR)


def test_how_far_a_text_is_and_the_order_of_words_leave_with_the_file(
    office: Office, other: Office
) -> None:
    code = office.act(new_template, uuid4(), "Summer", "de").value
    office.act(save_version, uuid4(), code, VersionText("da", BEGINNING, "machine"), 0)
    office.act(choose_number, VISITED_MONTHS, 3)
    order = moved([one.code for one in merged(TOPICS, ())], "other", -99)
    office.act(order_codes, TOPICS, order)
    file = office.ask(configuration_file)
    other.act(import_configuration, file)
    there = other.ask(configuration)
    assert there[Part.TEMPLATES][code]["states"]["da"] == "machine"
    assert next(one.code for one in merged(TOPICS, other.ask(own_entries))) == "other"
    assert there[Part.SETTINGS]["visited_months"] == 3


def test_the_steps_of_concerns_and_the_care_for_small_numbers_leave_with_the_file(
    office: Office, other: Office
) -> None:
    steps = (ChainStep("ring", "Ring the neighbour", wait_minutes=10), ChainStep("go", "Go there"))
    office.act(save_chain, Cause.NO_ONE_OPENED, steps)
    office.act(choose_safeguard, Safeguard(least=5, rounding=5))
    other.act(import_configuration, office.ask(configuration_file))
    assert other.ask(chain_here, Cause.NO_ONE_OPENED, NOW.date()).steps == steps
    assert other.ask(office_safeguard) == Safeguard(least=5, rounding=5)
    office.act(reset_chain, Cause.NO_ONE_OPENED)
    other.act(import_configuration, office.ask(configuration_file))
    assert not other.ask(chain_here, Cause.NO_ONE_OPENED, NOW.date()).is_own


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("small_numbers", {"least": "5"}),
        ("small_numbers", {"least": 0}),
        ("small_numbers", {"most": 5}),
        ("small_numbers", [5]),
        ("chain_no_one_opened", [{"code": "a", "title": 5}]),
        ("chain_no_one_opened", [{"code": "a", "title": "A", "calls": "the_moon"}]),
        ("chain_no_one_opened", ["a"]),
        ("chain_no_one_opened", 5),
        ("chain_nobody_knows", []),
    ],
)
def test_a_broken_setting_refuses_the_whole_file(
    other: Office, file: bytes, name: str, value: object
) -> None:
    before = other.ask(configuration)
    with pytest.raises(Refused):
        other.act(import_configuration, _changed(file, "settings", {name: value}))
    assert other.ask(configuration) == before


def test_a_file_of_an_earlier_version_is_still_understood(other: Office, file: bytes) -> None:
    older = json.loads(file)
    for entry in older["codes"].values():
        del entry["place"]
    for entry in older["templates"].values():
        del entry["states"]
    for part in ("requirements", "preventive_rules", "delivered_rules", "pools"):
        del older[part]
    assert other.act(import_configuration, json.dumps(older).encode()).value


def test_a_file_holds_nobodys_data_and_removes_nothing(
    office: Office, other: Office, file: bytes
) -> None:
    assert b'"Kanarienvogel"' not in file
    assert b"Anna" not in file
    empty = other.ask(configuration_file)

    assert not any(one.is_taken_over for one in office.ask(compared, empty))
    assert office.act(import_configuration, empty).value == 0


def _changed(file: bytes, part: str, entries: Any) -> bytes:  # noqa: ANN401 - any JSON
    return json.dumps(json.loads(file) | {part: entries}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "other"}',
        b'{"format": "nahbar-configuration", "version": 99}',
    ],
)
def test_what_is_no_configuration_is_refused(office: Office, content: bytes) -> None:
    with pytest.raises(Refused):
        office.ask(compared, content)


WHOLE_CODE = {"de": "", "da": "", "en": "Cold", "offered": True, "place": 0}


@pytest.mark.parametrize(
    ("part", "entries"),
    [
        ("settings", {"keeps_cpr": "perhaps"}),
        ("settings", {"logo": "x"}),
        ("settings", {"no_contact_days": 99_999}),
        ("settings", {"matching_weights": {"language": 101}}),
        ("codes", {"topics/cold": {"en": "Cold"}}),
        ("codes", {"topics/../../x": WHOLE_CODE}),
        ("codes", {"elsewhere/cold": WHOLE_CODE}),
        ("codes", {"topics/cold": WHOLE_CODE | {"en": "a\0b"}}),
        ("fields", {"no key": WHOLE_CODE | {"kind": "text", "choices": []}}),
        ("fields", {str(uuid4()): WHOLE_CODE | {"kind": "text", "choices": [1]}}),
        ("periods", {"never": {"months": 1, "source": "x"}}),
        ("periods", []),
        (
            "templates",
            {"own_x": {"title": "", "source_language": "de", "offered": True, "texts": {}}},
        ),
    ],
)
def test_a_broken_entry_refuses_the_whole_file(
    other: Office,
    file: bytes,
    part: str,
    entries: Any,  # noqa: ANN401 - any JSON
) -> None:
    before = other.ask(configuration)

    with pytest.raises(Refused):
        other.act(import_configuration, _changed(file, part, entries))

    assert other.ask(configuration) == before
