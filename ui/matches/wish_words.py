"""What somebody wishes of visits, said fact by fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.matches.rules import FREQUENCY_LABELS, GENDER_WISH_LABELS, Frequency
from app.volunteers.rules import ACTIVITIES, TraitKind
from resources.text import _, ngettext
from ui.volunteers.words import codes_words, hours_words

if TYPE_CHECKING:
    from app.matches.rules import WishDetails


def wished(details: WishDetails) -> list[str]:
    """Answer the facts in the order in which the card of matching shows them."""
    minutes = _("{count} minutes").format(count=details.minutes)
    visits = (_(ACTIVITIES[details.service_kind]),
              _(FREQUENCY_LABELS[Frequency(details.frequency)]), minutes)  # fmt: skip
    wanted = details.wanted or 1
    many = ngettext("{count} volunteer", "{count} volunteers", wanted)
    gender = _(GENDER_WISH_LABELS[details.gender_wish]) if details.gender_wish else ""
    ages = ""
    if details.youngest or details.oldest:
        ages = _("aged {least}–{most}").format(
            least=details.youngest or "", most=details.oldest or ""
        )
    also = (
        (details.smoking_home, _("people smoke in the flat")),
        (details.no_smoker, _("nobody who smokes")),
        (details.stairs, _("stairs lead to the flat")),
        (details.dementia, _("experience with dementia helps")),
    )
    visitor = (gender, ages, *(words for is_so, words in also if is_so))
    return [
        " · ".join(visits),
        many,
        codes_words(TraitKind.INTEREST, details.traits),
        ", ".join(filter(None, visitor)),
        codes_words(TraitKind.PET, details.traits),
        hours_words(details.hours) or _("At any time: nothing is marked."),
        details.about,
        details.no_goes,
    ]
