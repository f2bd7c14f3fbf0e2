"""What requirements, rules and pools of a configuration say, piece by piece."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from app.clients.languages import language_name
from app.configuration.rules import Part, exact_day
from app.preventive.rule_sets import COUNTRIES, delivered_rules
from app.preventive.rules import ANY_RISK, PreventiveRule, Repeats, Risk
from app.volunteers.rules import KIND_LABELS, STAGE_LABELS, RequirementKind, VolunteerStage
from resources.text import _, language, ngettext
from ui import formats
from ui.preventive.words import whom_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date


class Piece(NamedTuple):
    """One thing that an entry says."""

    name: str
    """"" is told always: since when it holds."""
    words: str
    is_told: bool = True
    """Whether it is told where there is nothing to compare it with."""


def dated_words(part: Part, key: str, mine: Any, other: Any) -> str:  # noqa: ANN401 - what JSON holds
    """Answer one side of a difference: all that is said, or what the other side says otherwise."""
    said = _said(part, key, mine)
    if other is None:
        return ", ".join(piece.words for piece in said if piece.words and piece.is_told)
    beside = {piece.name: piece.words for piece in _said(part, key, other)}
    told = (
        piece.words or _("nothing")
        for piece in said
        if not piece.name or beside.get(piece.name) != piece.words
    )
    return ", ".join(told)


def delivered_title(code: str) -> str:
    """Answer what a delivered rule is called; one that is not known here is its code."""
    known = (rule for country in COUNTRIES for rule in delivered_rules(country))
    return next((_(rule.title) for rule in known if rule.code == code), code)


def _said(part: Part, key: str, entry: dict[str, Any]) -> list[Piece]:
    try:
        return SAID[part](key, entry)
    except ValueError:
        # Nobody has looked yet whether a form would take it: it is shown as it stands there.
        return [Piece(name, str(value)) for name, value in entry.items()]


def _requirement(key: str, entry: dict[str, Any]) -> list[Piece]:
    kind, stage = RequirementKind(entry["kind"]), VolunteerStage(entry["before_stage"])
    title: str = entry["title"]
    age = _months(entry["most_age_months"], "")
    delete = _months(entry["delete_months"], _("as soon as somebody leaves"))
    return [
        Piece("", _holds(exact_day(key.rpartition("/")[2]), _day(entry["valid_until"]))),
        Piece("title", title and _(title), is_told=False),
        Piece("kind", _(KIND_LABELS[kind])),
        _labelled("before_stage", _("Needed before"), _(STAGE_LABELS[stage])),
        _labelled(
            "valid_months",
            _("A proof holds"),
            _months(entry["valid_months"], _("for good")),
            is_told=entry["valid_months"] > 0,
        ),
        _days("warn_days", _("Asked anew"), entry),
        _days("grace_days", _("Grace"), entry),
        _labelled(
            "most_age_months",
            _("When inspected"),
            _("at most {months} old").format(months=age) if age else _("of any age"),
            is_told=bool(age),
        ),
        _labelled("delete_months", _("Deleted"), delete, is_told=entry["delete_months"] > 0),
        Piece("source", entry["source"]),
    ]


def _rule(_key: str, entry: dict[str, Any]) -> list[Piece]:
    risks = tuple(Risk) if entry["risk_code"] == ANY_RISK else (entry["risk_code"],)
    rule = PreventiveRule(
        code="",
        title=entry["title"],
        country="",
        repeats=Repeats(entry["repeats"]),
        law=entry["law"],
        source=entry["source"],
        valid_from=exact_day(entry["valid_from"]),
        valid_until=_day(entry["valid_until"]),
        least_age=entry["least_age"],
        most_age=entry["most_age"],
        lives_alone=entry["lives_alone"],
        risks=tuple(Risk(code) for code in risks if code),
        after_days=entry["after_days"],
    )
    return [
        Piece("", _holds(rule.valid_from, rule.valid_until)),
        Piece("title", rule.title, is_told=False),
        Piece("whom", whom_words(rule)),
        Piece("offered", _used(entry), is_told=not entry["offered"]),
        Piece("law", rule.law),
        Piece("source", rule.source),
    ]


def _delivered(_key: str, entry: dict[str, Any]) -> list[Piece]:
    return [Piece("offered", _used(entry))]


def _pool(_key: str, entry: dict[str, Any]) -> list[Piece]:
    tags = [language_name(tag, language()) for tag in entry["languages"]]
    lead = ngettext("{count} working day", "{count} working days", entry["lead_days"])
    sworn = _("Sends sworn interpreters") if entry["sworn"] else _("no sworn interpreters")
    offered = _("offered") if entry["offered"] else _("not offered")
    return [
        Piece("", _holds(exact_day(entry["valid_from"]), None)),
        Piece("name", entry["name"], is_told=False),
        Piece("lead_days", lead),
        Piece("languages", ", ".join(tags) or _("any language")),
        Piece("sworn", sworn, is_told=entry["sworn"]),
        Piece("offered", offered, is_told=not entry["offered"]),
        Piece("funding_rule", entry["funding_rule"]),
        Piece("source", entry["source"]),
    ]


def _labelled(name: str, label: str, words: str, *, is_told: bool = True) -> Piece:
    return Piece(name, f"{label}: {words}", is_told)


def _days(name: str, label: str, entry: dict[str, Any]) -> Piece:
    days = ngettext("{count} day", "{count} days", entry[name])
    return _labelled(name, label, days, is_told=entry[name] > 0)


def _months(count: int, none: str) -> str:
    return ngettext("{count} month", "{count} months", count) if count else none


def _used(entry: dict[str, Any]) -> str:
    return _("is used") if entry["offered"] else _("is not used")


def _day(said: str | None) -> date | None:
    return None if said is None else exact_day(said)


def _holds(first: date, last: date | None) -> str:
    begin = formats.show_day(first)
    if last is None:
        return _("from {day} on").format(day=begin)
    return _("from {day} to {last}").format(day=begin, last=formats.show_day(last))


SAID: Mapping[Part, Callable[[str, dict[str, Any]], list[Piece]]] = MappingProxyType(
    {
        Part.REQUIREMENTS: _requirement,
        Part.PREVENTIVE: _rule,
        Part.DELIVERED: _delivered,
        Part.POOLS: _pool,
    }
)
"""The parts whose words are told piece by piece."""
