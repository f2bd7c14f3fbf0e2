"""What a difference between this office and a file says in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.configuration.rules import Part, Stays
from app.errors import N_
from app.escalation.chains import own_steps
from app.escalation.rules import CAUSE_LABELS
from app.letters.rules.states import STATE_LABELS, VersionState
from app.privacy.rules import PERIOD_TITLES
from resources.text import _, language, ngettext
from ui.configuration.dated_words import SAID, dated_words, delivered_title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.configuration.rules import Difference

_LONGEST = 120
_LONGEST_WHOLE = 600
_SETTINGS = {
    "keeps_cpr": N_("CPR numbers are kept"),
    "no_contact_days": N_("Days until somebody counts as forgotten"),
    "visited_months": N_("Months that volunteers see whom they visited"),
    "letter_targets": N_("Aims of letters"),
    "federal_state": N_("Federal state"),
    "matching_weights": N_("What counts in matching"),
    "small_numbers": N_("How small numbers are withheld"),
}
_STAYS = {
    Stays.PAST: N_("stays: the past is not changed"),
    Stays.ELSEWHERE: N_("does not hold here"),
}
_CHAINS = {own_steps(cause).name: words for cause, words in CAUSE_LABELS.items()}


def name_words(one: Difference) -> str:
    """Answer what an entry is called."""
    if one.part is Part.SETTINGS and one.key in _CHAINS:
        return _("Steps of a concern") + ": " + _(_CHAINS[one.key])
    if one.part is Part.SETTINGS:
        return _(_SETTINGS[one.key]) if one.key in _SETTINGS else one.key
    if one.part is Part.PERIODS and one.key in PERIOD_TITLES:
        return _(PERIOD_TITLES[one.key])
    if one.part is Part.DELIVERED:
        return delivered_title(one.key)
    return _own_name(one)


def _own_name(one: Difference) -> str:
    entry = one.there or one.here
    words = ("title", "name", "de", "da", "en")
    said = [entry.get(language()), *map(entry.get, words)] if isinstance(entry, dict) else []
    name: str = next((word for word in said if isinstance(word, str) and word), "")
    if one.part is Part.REQUIREMENTS and name:
        return _(name)
    return name or one.key.partition("/")[2] or one.key


def here_words(one: Difference) -> str:
    """Answer what stands here, in short."""
    return _side(one, one.here, one.there)[:_LONGEST]


def there_words(one: Difference) -> str:
    """Answer what stands in the file, in short."""
    return _side(one, one.there, one.here)[:_LONGEST]


def whole_words(one: Difference) -> str:
    """Answer both sides in more room than a cell has, a line for each."""
    here, there = _side(one, one.here, one.there), _side(one, one.there, one.here)
    labelled = ((_("Here"), here), (_("In the file"), there))
    return "\n".join(f"{label}: {words[:_LONGEST_WHOLE]}" for label, words in labelled)


def _side(one: Difference, mine: Any, other: Any) -> str:  # noqa: ANN401 - what JSON holds
    if one.part in SAID and mine is not None:
        return dated_words(one.part, one.key, mine, other)
    return entry_words(mine)


def entry_words(entry: Any) -> str:  # noqa: ANN401 - what JSON holds
    """Answer an entry in short; "–" where it is missing."""
    if entry is None:
        return "–"
    if isinstance(entry, bool):
        return _("yes") if entry else _("no")
    if isinstance(entry, list):
        return ", ".join(map(_step, entry))[:_LONGEST] or _("as delivered")
    if not isinstance(entry, dict):
        return str(entry)[:_LONGEST]
    return ", ".join(filter(None, map(_piece, entry.items())))[:_LONGEST]


def _told(states: dict[str, str]) -> list[tuple[str, VersionState]]:
    """Answer which languages are not simply current, in an order that can be compared."""
    known = set(VersionState)
    return [
        (code, VersionState(state))
        for code, state in sorted(states.items())
        if state in known and state != VersionState.CURRENT
    ]


def state_words(one: Difference) -> str:
    """Answer what taking the file over does with an entry."""
    if one.there is None:
        return _("stays as it is")
    if one.stays is not None:
        return _(_STAYS[one.stays])
    return _("is added") if one.here is None else _("is changed")


def _piece(item: tuple[str, Any]) -> str:
    name, value = item
    if name in _PIECES:
        return _PIECES[name](value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def _step(step: Any) -> str:  # noqa: ANN401 - as above
    """Answer what a step of a chain is called; a delivered one is translated."""
    title = step.get("title") if isinstance(step, dict) else step
    return _(str(title)) if title else ""


def _nothing(_value: str) -> str:
    return ""


def _place(place: int) -> str:
    return _("in an order of the office's own") if place else ""


def _states(states: dict[str, str]) -> str:
    return ", ".join(f"{code}: {_(STATE_LABELS[state])}" for code, state in _told(states))


def _offered(is_offered: bool) -> str:  # noqa: FBT001 - the value itself
    return "" if is_offered else _("not offered")


def _months(months: int) -> str:
    return ngettext("{count} month", "{count} months", months)


def _texts(texts: dict[str, str]) -> str:
    return ngettext("text in {count} language", "texts in {count} languages", len(texts))


_PIECES: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "source_language": _nothing,
        "place": _place,
        "states": _states,
        "offered": _offered,
        "months": _months,
        "texts": _texts,
    }
)
