"""How screens speak of mailings: their counts, their basis, what became of somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.mass.rules import BASIS_LABELS, Basis, ItemState
from resources.text import _, ngettext, say
from ui import formats
from ui.formats import show_date

if TYPE_CHECKING:
    from app.letters.mass.rows import RunPerson, RunRow

_ICONS = {ItemState.WRITTEN: "done", ItemState.REFUSED: "danger", ItemState.LEFT_OUT: "minus"}


def counts_of(run: RunRow) -> str:
    """Answer "12 letters", with those that could not be written."""
    written = ngettext("{count} letter", "{count} letters", run.written)
    parts = [written.format(count=formats.show_number(run.written))]
    if run.refused:
        words = ngettext(
            "{count} could not be written", "{count} could not be written", run.refused
        )
        parts.append(words.format(count=formats.show_number(run.refused)))
    return " · ".join(parts)


def about(run: RunRow) -> str:
    """Answer what a mailing was: its template, list, basis, author and posting."""
    posted = _("Posted on {day}").format(day=show_date(run.posted_on)) if run.posted_on else ""
    by = _("{day} by {author}").format(day=day_of(run), author=run.by)
    parts = (_(run.template_title), run.selection, basis_words(run), by, posted)
    return " · ".join(filter(None, parts))


def day_of(run: RunRow) -> str:
    """Answer the local day on which a mailing was written."""
    return show_date(run.at.astimezone().date())


def basis_words(run: RunRow) -> str:
    """Answer the lawful basis; "" for a mailing of before, which did not need one."""
    return _(BASIS_LABELS[Basis(run.basis)]) if run.basis in set(Basis) else ""


def state_words(person: RunPerson) -> str:
    """Answer what became of somebody in a word."""
    words = {
        ItemState.WRITTEN: _("Letter written"),
        ItemState.REFUSED: _("Could not be written"),
        ItemState.LEFT_OUT: _("Without a letter"),
    }
    return words[ItemState(person.state)]


def state_icon(person: RunPerson) -> str:
    """Answer the icon of what became of somebody; its word stands beside it."""
    return _ICONS[ItemState(person.state)]


def state_tone(person: RunPerson) -> str:
    """Answer the tone of what became of somebody."""
    tones = {ItemState.WRITTEN: "done", ItemState.REFUSED: "attention"}
    return tones.get(ItemState(person.state), "quiet")


def why(person: RunPerson) -> str:
    """Answer why somebody has no letter, or the number of the file."""
    if person.problems:
        return " ".join(say(problem) for problem in person.problems)
    if not person.number:
        return ""
    return _("File {number}").format(number=f"{person.number:05d}.pdf")
