"""What the lines of a statistic are called in one language, in the window and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.languages import language_name
from app.codes.saying import Saying
from app.errors import N_
from app.mobile_advice.advice.figures import age_bands
from app.mobile_advice.advice.rules import KIND_LABELS, OUTCOMES, SEX_LABELS, TOPICS
from app.mobile_advice.statistics.rules import DIMENSION_TITLES, UNSAID, Dimension, Presence
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.mobile_advice.statistics.queries import SheetAnswer

_UNSAID = {
    Dimension.STOP: N_("At no stop"),
    Dimension.TOPIC: N_("No topic"),
}
_PRESENCE = {Presence.FIRST: N_("For the first time"), Presence.AGAIN: N_("Again")}
_INTERPRETER = {"yes": N_("With an interpreter"), "no": N_("Without an interpreter")}
_NOT_SAID, _TOTAL, _MENTIONS = N_("Not said"), N_("Total"), N_("Total, each topic counted")
_UNDER, _OLDER = N_("under {age}"), N_("{age} and older")


class Naming:
    """Says titles and lines; of a code that the program does not know, the code."""

    def __init__(self, answer: SheetAnswer, language: str) -> None:
        """Say in "de", "da" or "en", as the office says it."""
        self.language = language
        self._own = Saying(answer.own, language)
        self._places = {Dimension.STOP: answer.stops, Dimension.AREA: answer.areas}

    def say(self, english: str) -> str:
        """Answer words of the program."""
        return catalogue(self.language).gettext(english)

    def title(self, dimension: Dimension) -> str:
        """Answer what a table is called."""
        return self.say(DIMENSION_TITLES[dimension])

    def total(self, dimension: Dimension) -> str:
        """Answer what the last line is called; topics come to more than contacts."""
        return self.say(_MENTIONS if dimension is Dimension.TOPIC else _TOTAL)

    def line(self, dimension: Dimension, key: str) -> str:
        """Answer what a line is called."""
        if key == UNSAID:
            return self.say(_UNSAID.get(dimension, _NOT_SAID))
        if dimension in self._places:
            return self._places[dimension].get(key, key)
        if dimension is Dimension.LANGUAGE:
            return language_name(key, self.language)
        if dimension is Dimension.AGE:
            return self._band(key)
        if dimension in {Dimension.TOPIC, Dimension.OUTCOME}:
            codes = TOPICS if dimension is Dimension.TOPIC else OUTCOMES
            return self._own.word(codes, key)
        return self._fixed(dimension, key)

    def _fixed(self, dimension: Dimension, key: str) -> str:
        labels: dict[Dimension, Mapping[str, str]] = {
            Dimension.SEX: {str(one): words for one, words in SEX_LABELS.items()},
            Dimension.KIND: {str(one): words for one, words in KIND_LABELS.items()},
            Dimension.PRESENCE: {str(one): words for one, words in _PRESENCE.items()},
            Dimension.INTERPRETER: _INTERPRETER,
        }
        known = labels.get(dimension, {})
        return self.say(known[key]) if key in known else key

    def _band(self, code: str) -> str:
        band = next((band for band in age_bands() if band.code == code), None)
        if band is None:
            return code
        if band.least is None:
            return self.say(_UNDER).format(age=(band.most or 0) + 1)
        if band.most is None:
            return self.say(_OLDER).format(age=band.least)
        return f"{band.least}–{band.most}"
