"""Makes templates of an office's own, as the editor keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.letters.composing.templates import source_hash
from db.letters import LetterTemplate, TemplateVersion

if TYPE_CHECKING:
    from app.office import Act, Office


def own_version(
    office: Office,
    code: str,
    language: str,
    text: str,
    *,
    source: str = "",
    state: str = "current",
    number: int = 1,
) -> None:
    """Keep a text of a template; `source` is the text that it was translated from."""
    office.act(_add, code, language, text, source, state, number)


def _add(
    act: Act, code: str, language: str, text: str, source: str, state: str, number: int
) -> None:
    template = act.session.scalar(select(LetterTemplate).where(LetterTemplate.code == code))
    if template is None:
        template = LetterTemplate(code=code, title=f"Own {code}", source_language=language)
        act.session.add(template)
        act.session.flush()
    version = TemplateVersion(
        letter_template_id=template.id,
        language=language,
        number=number,
        text=text,
        state=state,
        source_hash=source_hash(source) if source else "",
        written_by=act.who,
        written_at=act.now,
    )
    act.session.add(version)
