"""The questions of the template studio in SQL, each built once."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select

from db.letters import LetterTemplate, TemplateTest, TemplateVersion, Term

_OF_TEMPLATE = LetterTemplate.id == TemplateVersion.letter_template_id

TEMPLATES = select(
    LetterTemplate.code,
    LetterTemplate.title,
    LetterTemplate.source_language,
    LetterTemplate.is_active,
)
_newest = (
    select(
        TemplateVersion.letter_template_id,
        TemplateVersion.language,
        func.max(TemplateVersion.number).label("number"),
    )
    .group_by(TemplateVersion.letter_template_id, TemplateVersion.language)
    .subquery()
)
NEWEST = (
    select(
        LetterTemplate.code,
        TemplateVersion.language,
        TemplateVersion.text,
        TemplateVersion.state,
        TemplateVersion.source_hash,
        TemplateVersion.reviewed_at,
    )
    .join_from(TemplateVersion, LetterTemplate, _OF_TEMPLATE)
    .join(
        _newest,
        (TemplateVersion.letter_template_id == _newest.c.letter_template_id)
        & (TemplateVersion.language == _newest.c.language)
        & (TemplateVersion.number == _newest.c.number),
    )
    .order_by(LetterTemplate.code, TemplateVersion.language)
)
"""The newest text of each template in each language that the office has written."""

VERSIONS = (
    select(
        TemplateVersion.id,
        TemplateVersion.number,
        TemplateVersion.text,
        TemplateVersion.state,
        TemplateVersion.written_by,
        TemplateVersion.written_at,
        TemplateVersion.reviewed_by,
        TemplateVersion.reviewed_at,
    )
    .join_from(TemplateVersion, LetterTemplate, _OF_TEMPLATE)
    .where(
        LetterTemplate.code == bindparam("code"),
        TemplateVersion.language == bindparam("language"),
    )
    .order_by(TemplateVersion.number.desc())
)

FEEDBACK = (
    select(
        TemplateTest.id,
        TemplateVersion.number,
        TemplateTest.tested_by,
        TemplateTest.tested_on,
        TemplateTest.result,
        TemplateTest.note,
    )
    .join_from(
        TemplateTest, TemplateVersion, TemplateVersion.id == TemplateTest.template_version_id
    )
    .join(LetterTemplate, _OF_TEMPLATE)
    .where(
        LetterTemplate.code == bindparam("code"),
        TemplateVersion.language == bindparam("language"),
    )
    .order_by(TemplateTest.tested_on.desc(), TemplateTest.id)
)

TERMS = select(Term.id, Term.version, Term.language, Term.word, Term.better).order_by(
    Term.language, Term.word
)

TEMPLATE_OF = select(LetterTemplate).where(LetterTemplate.code == bindparam("code"))
NEWEST_OF = (
    select(TemplateVersion)
    .where(
        TemplateVersion.letter_template_id == bindparam("template_id"),
        TemplateVersion.language == bindparam("language"),
    )
    .order_by(TemplateVersion.number.desc())
    .limit(1)
)
SAME_TERM = select(Term).where(
    Term.language == bindparam("language"), Term.word == bindparam("word")
)
