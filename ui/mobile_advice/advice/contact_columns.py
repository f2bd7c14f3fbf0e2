"""The columns of contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui import formats
from ui.mobile_advice.advice.words import (
    band_words,
    kind_words,
    outcome_words,
    sex_words,
    source_words,
    tongue,
    topic_words,
)
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from datetime import date

    from app.mobile_advice.advice.rows import ContactRow


def contact_columns() -> RowColumns[ContactRow]:
    """Answer all columns of contacts in the language of the window."""
    what = Column(_("Topics"), _topics, width="stretch", quiet=about, least=190, strong=True)
    day = Column(_("Day"), _day_words, width=156, quiet=_kind)
    columns: tuple[RowColumn[ContactRow], ...] = (
        RowColumn("topics", _("Topics"), _topics, shown=what),
        RowColumn("day", _("Day"), _day, shown=day),
        RowColumn("kind", _("Way"), _kind, 160),
        RowColumn("stop", _("Stop"), _stop, 160),
        RowColumn("person", _("Person"), _name, 160),
        RowColumn("area", _("District"), _area, 140),
        RowColumn("age", _("Age"), _age, 100),
        RowColumn("sex", _("Sex"), _sex, 90),
        RowColumn("language", _("Language"), _language, 120),
        RowColumn("interpreter", _("Interpreter"), _interpreter, 110),
        RowColumn("present", _("Present"), _present, 90),
        RowColumn("minutes", _("Minutes"), _minutes, 90),
        RowColumn("outcome", _("Outcome"), _outcome, 180),
        RowColumn("follow_up", _("Follow up"), _follow_up, 110),
        RowColumn("who", _("Recorded by"), _who, 150),
        RowColumn("source", _("How"), _source, 130),
    )
    return RowColumns(columns, ("topics", "day"))


def about(row: ContactRow) -> str:
    """Answer whom a contact was with, and where."""
    whom = row.name or band_words(row.age_band)
    return " · ".join(filter(None, (whom, row.stop, tongue(row.language))))


def _topics(row: ContactRow) -> str:
    return topic_words(row.topics) or _("No topic")


def _day_words(row: ContactRow) -> str:
    return formats.show_day(row.day)


def _day(row: ContactRow) -> date:
    return row.day


def _kind(row: ContactRow) -> str:
    return kind_words(row.kind)


def _stop(row: ContactRow) -> str:
    return row.stop


def _name(row: ContactRow) -> str:
    return row.name


def _area(row: ContactRow) -> str:
    return row.area


def _age(row: ContactRow) -> str:
    return band_words(row.age_band)


def _sex(row: ContactRow) -> str:
    return sex_words(row.sex)


def _language(row: ContactRow) -> str:
    return tongue(row.language)


def _interpreter(row: ContactRow) -> str:
    return _("Yes") if row.interpreter else ""


def _present(row: ContactRow) -> int:
    return row.present


def _minutes(row: ContactRow) -> int | None:
    return row.minutes


def _outcome(row: ContactRow) -> str:
    return outcome_words(row.outcome)


def _follow_up(row: ContactRow) -> date | None:
    return row.follow_up_on


def _who(row: ContactRow) -> str:
    return row.who


def _source(row: ContactRow) -> str:
    return source_words(row.source)
