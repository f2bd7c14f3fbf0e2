"""The settings of an office that a configuration file may bring, each checked as in its form."""

from __future__ import annotations

from dataclasses import asdict, fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.admin.office_settings import KEEPS_CPR, save_office_setting
from app.admin.settings.actions import choose_number
from app.admin.settings.rules import NO_CONTACT_DAYS, VISITED_MONTHS
from app.configuration.rules import broken
from app.escalation.actions import reset_chain, save_chain
from app.escalation.chains import own_steps
from app.escalation.rules import Cause, read_steps
from app.letters.composing.states import FEDERAL_STATE, choose_state
from app.letters.readability.queries import LETTER_TARGETS
from app.letters.studio.wording import choose_targets
from app.small_numbers.actions import choose_safeguard
from app.small_numbers.queries import SMALL_NUMBERS
from app.small_numbers.rules import Safeguard
from app.visiting.matching.weighing import OWN_WEIGHTS, choose_weights, delivered_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.configuration.rules import Difference
    from app.office import Act

_NUMBERS = (NO_CONTACT_DAYS, VISITED_MONTHS)
_CHAINS = {own_steps(cause.value).name: cause for cause in Cause}


def take_setting(act: Act, one: Difference) -> None:
    """Take a setting over from a file; raises `Refused` for one that no form would take."""
    take = _TAKE.get(one.key)
    if take is None or one.there is None:
        raise broken(one)
    take(act, one)


def _number(act: Act, one: Difference) -> None:
    setting = next(setting for setting in _NUMBERS if setting.name == one.key)
    if not isinstance(one.there, int) or isinstance(one.there, bool):
        raise broken(one)
    choose_number(act, setting, one.there)


def _keeps_cpr(act: Act, one: Difference) -> None:
    if not isinstance(one.there, bool):
        raise broken(one)
    save_office_setting(act, KEEPS_CPR, one.there)


def _state(act: Act, one: Difference) -> None:
    if not isinstance(one.there, str):
        raise broken(one)
    choose_state(act, one.there)


def _targets(act: Act, one: Difference) -> None:
    if not isinstance(one.there, dict) or not one.there:
        raise broken(one)
    choose_targets(act, one.there)


def _weights(act: Act, one: Difference) -> None:
    if not _are_points(one.there):
        raise broken(one)
    choose_weights(act, one.there or asdict(delivered_weights()))


def _chain(act: Act, one: Difference) -> None:
    cause = _CHAINS[one.key]
    if one.there == []:
        reset_chain(act, cause)
        return
    try:
        steps = read_steps(one.there)
    except (TypeError, ValueError, AttributeError) as error:
        raise broken(one) from error
    if not all(_has_right_kinds(step) for step in steps):
        raise broken(one)
    save_chain(act, cause, steps)


def _safeguard(act: Act, one: Difference) -> None:
    try:
        safeguard = Safeguard(**one.there)
    except TypeError as error:
        raise broken(one) from error
    if not _has_right_kinds(safeguard):
        raise broken(one)
    choose_safeguard(act, safeguard)


def _has_right_kinds(value: Any) -> bool:  # noqa: ANN401 - one of two dataclasses
    """Answer whether each attribute is of the kind of its default, a truth being no number."""
    kinds = {"int": int, "str": str, "bool": bool}
    return all(
        type(getattr(value, field.name))
        is kinds.get(str(field.type), type(getattr(value, field.name)))
        for field in fields(value)
    )


def _are_points(value: Any) -> bool:  # noqa: ANN401 - what JSON holds
    return isinstance(value, dict) and all(isinstance(one, int | float) for one in value.values())


_TAKE: Mapping[str, Callable[[Act, Difference], None]] = MappingProxyType(
    {
        KEEPS_CPR.name: _keeps_cpr,
        **{setting.name: _number for setting in _NUMBERS},
        LETTER_TARGETS.name: _targets,
        FEDERAL_STATE.name: _state,
        OWN_WEIGHTS.name: _weights,
        SMALL_NUMBERS.name: _safeguard,
        **dict.fromkeys(_CHAINS, _chain),
    }
)
SETTINGS = tuple(_TAKE)
"""The settings that leave with the file: the logo and numbers of the office itself stay."""
