"""The templates that the demo office has of its own: one written, one copied, one word to avoid."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.demo.books import book
from app.demo.chance import Chance
from app.demo.rota import OWN_NAMES
from app.letters.composing.templates import BASE_SIGN, source_hash
from app.letters.rules.states import VersionState
from db.letters import LetterTemplate, TemplateTest, TemplateVersion, Term
from resources import read_text

if TYPE_CHECKING:
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

_COPIED = "document_request"
_PLACES = 10


def add_demo_templates(act: Act, plan: DemoPlan) -> int:
    """Write the templates of a plan; answer how many there are."""
    language = book(plan.country).language
    words: dict[str, Any] = tomllib.loads(read_text("demo", f"letters_{language}.toml"))
    writer = _Writer(act, plan, language)
    writer.write_own(words["own"])
    writer.copy(words)
    act.touch("letters")
    return 2


class _Writer:
    """Makes rows in the order of their keys."""

    def __init__(self, act: Act, plan: DemoPlan, language: str) -> None:
        self._act, self._plan, self._language = act, plan, language
        self._chance = Chance(plan.seed, plan.country, "templates")
        self._count = 0

    def write_own(self, words: dict[str, Any]) -> None:
        """Write a template twice; the English text follows the first version only."""
        key = self._key()
        self._template(key, f"own_{key.hex[:12]}", words["title"])
        first, second = (text.lstrip() for text in words["versions"])
        self._version(key, first, number=1)
        newest = self._version(key, second, number=2)
        newest.reviewed_by, newest.reviewed_at = OWN_NAMES[self._plan.country], newest.written_at
        english = self._version(key, words["english"].lstrip(), number=1)
        english.language, english.source_hash = "en", source_hash(first)

    def copy(self, words: dict[str, Any]) -> None:
        """Copy a delivered template, with what readers said of it and the word they missed."""
        key = self._key()
        self._template(key, f"{_COPIED}{BASE_SIGN}{key.hex[:12]}", words["copy"]["title"])
        version = self._version(key, words["copy"]["text"].lstrip(), number=1)
        self._act.session.flush()
        self._act.session.add(
            TemplateTest(
                id=self._key(),
                template_version_id=version.id,
                tested_by=words["tested_by"],
                tested_on=self._plan.today - timedelta(days=12),
                result=words["result"],
                note=words["note"],
            )
        )
        term = words["term"]
        self._act.session.add(
            Term(id=self._key(), language=self._language, word=term["word"], better=term["better"])
        )

    def _template(self, key: UUID, code: str, title: str) -> None:
        self._act.session.add(
            LetterTemplate(id=key, code=code, title=title, source_language=self._language)
        )
        self._act.session.flush()

    def _version(self, template: UUID, text: str, number: int) -> TemplateVersion:
        version = TemplateVersion(
            id=self._key(),
            letter_template_id=template,
            language=self._language,
            number=number,
            text=text,
            state=VersionState.CURRENT,
            written_by=OWN_NAMES[self._plan.country],
            written_at=self._act.now - timedelta(days=40 - 10 * number),
        )
        self._act.session.add(version)
        return version

    def _key(self) -> UUID:
        self._count += 1
        return self._chance.key(self._count / _PLACES)
