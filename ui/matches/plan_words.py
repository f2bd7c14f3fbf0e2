"""How the plan for the whole office is said: its worth, its pairs, who stays without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _, ngettext
from ui import formats
from ui.matches.words import reason_words
from ui.widgets.columns import Column, name_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.matches.rules import LeftOver, OfficePlan, PlannedPair

_WHOLE = 100


def plan_summary(plan: OfficePlan) -> str:
    """Answer what the plan reaches, and that none reaches more, in plain words."""
    pairs = ngettext("{count} pair", "{count} pairs", len(plan.pairs))
    people = ngettext("{count} person who waits", "{count} people who wait", plan.waiting)
    told = _("{pairs} for {people}.").format(pairs=pairs, people=people)
    if plan.pairs:
        proof = _(
            "All pairs together reach {total} points of suiting. It is proven that no other "
            "plan can reach more than {bound}: there is no better one."
        )
        told += " " + proof.format(total=_points(plan.total), bound=_points(plan.bound))
    if plan.no_wish:
        asked = ngettext(
            "{count} person is not planned for: ask for the wishes first.",
            "{count} people are not planned for: ask for their wishes first.",
            plan.no_wish,
        )
        told += f" {asked}"
    return told


def percent(suits: float) -> str:
    """Answer how well two suit."""
    return _("{number} %").format(number=formats.show_number(round(suits * _WHOLE)))


def pair_columns(
    state: Callable[[PlannedPair], tuple[str, str]],
) -> tuple[Column[PlannedPair], ...]:
    """Answer the columns of the table of pairs; `state` answers words and tone of one."""
    return (
        Column(
            _("Who waits"), lambda row: row.person_name, "stretch", strong=True, least=150,
            quiet=_first_reason, sort=lambda row: name_key(row.person_name),
        ),
        Column(
            _("Volunteer"), lambda row: row.visitor_name, "stretch", least=130,
            sort=lambda row: name_key(row.visitor_name),
        ),
        Column(
            _("Suits"), lambda row: percent(row.suits), 80, align="right",
            sort=lambda row: row.suits,
        ),
        Column(_("State"), lambda row: state(row)[0], 110, tone=lambda row: state(row)[1]),
    )  # fmt: skip


def left_over_columns() -> tuple[Column[LeftOver], ...]:
    """Answer the columns of the table of those who stay without."""
    return (
        Column(
            _("Who waits"), lambda row: row.name, "stretch", strong=True, least=150,
            quiet=_found, sort=lambda row: name_key(row.name),
        ),
        Column(_("Why"), lambda row: reason_words(row.reason), "stretch", least=220,
               quiet=would_help),
    )  # fmt: skip


def would_help(row: LeftOver) -> str:
    """Answer what would make more possible."""
    if not row.would_help:
        return _("Another volunteer would help.")
    return _("Possible: {reasons}").format(reasons="; ".join(map(reason_words, row.would_help)))


def _first_reason(row: PlannedPair) -> str:
    return reason_words(row.in_favour[0]) if row.in_favour else ""


def _found(row: LeftOver) -> str:
    return _("{found} of {wanted} found").format(found=row.found, wanted=row.wanted)


def _points(worth: float) -> str:
    return formats.show_number(worth * _WHOLE, 1)


def withdrawn_words(plan: OfficePlan) -> str:
    """Answer which proposals go when everything is accepted."""
    names = ", ".join(
        _("{person} and {visitor}").format(person=one.person_name, visitor=one.visitor_name)
        for one in plan.withdrawn
    )
    return _("With “Accept all” these proposals are taken back: {names}.").format(names=names)
