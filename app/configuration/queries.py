"""Reading the configuration of the open office, without anything about people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.clients.queries import home_country
from app.codes.queries import own_entries
from app.configuration.pools import pool_entries
from app.configuration.preventive import delivered_beside, delivered_entries, own_rule_entries
from app.configuration.requirements import entries_beside, requirement_entries
from app.configuration.rules import Entries, Part, differences, file_of, read_file
from app.configuration.settings import SETTINGS
from app.configuration.staying import what_stays
from app.custom.queries import own_fields
from db.admin import OfficeSetting
from db.letters import LetterTemplate, TemplateVersion, Term
from db.privacy import RetentionRule

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.configuration.rules import Difference

_SETTINGS = select(OfficeSetting.name, OfficeSetting.value).where(OfficeSetting.name.in_(SETTINGS))
_PERIODS = select(RetentionRule.code, RetentionRule.months, RetentionRule.source).order_by(
    RetentionRule.valid_from, RetentionRule.id
)
_TERMS = select(Term.language, Term.word, Term.better)
_TEMPLATES = select(
    LetterTemplate.id,
    LetterTemplate.code,
    LetterTemplate.title,
    LetterTemplate.source_language,
    LetterTemplate.is_active,
)
_TEXTS = select(
    TemplateVersion.letter_template_id,
    TemplateVersion.language,
    TemplateVersion.text,
    TemplateVersion.state,
).order_by(TemplateVersion.number)


def configuration(connection: Connection) -> dict[Part, Entries]:
    """Answer the configuration of the office, part by part."""
    return {
        Part.SETTINGS: {row.name: json.loads(row.value) for row in connection.execute(_SETTINGS)},
        Part.CODES: _codes(connection),
        Part.FIELDS: _fields(connection),
        Part.PERIODS: {
            row.code: {"months": row.months, "source": row.source}
            for row in connection.execute(_PERIODS)
        },
        Part.TERMS: {
            f"{row.language}/{row.word}": {"better": row.better}
            for row in connection.execute(_TERMS)
        },
        Part.TEMPLATES: _templates(connection),
        Part.REQUIREMENTS: requirement_entries(connection),
        Part.PREVENTIVE: own_rule_entries(connection),
        Part.DELIVERED: delivered_entries(connection),
        Part.POOLS: pool_entries(connection),
    }


def configuration_file(connection: Connection) -> bytes:
    """Answer the configuration as a file."""
    return file_of(configuration(connection))


def compared(connection: Connection, content: bytes) -> tuple[Difference, ...]:
    """Answer what differs between the office and a file; raises `Refused` for a broken one."""
    here, there = configuration(connection), read_file(content)
    country = home_country(connection)
    here[Part.REQUIREMENTS] |= entries_beside(connection, there[Part.REQUIREMENTS])
    said = here[Part.DELIVERED]
    here[Part.DELIVERED] = delivered_beside(country, there[Part.DELIVERED]) | said
    here[Part.POOLS] = pool_entries(connection, there[Part.POOLS])
    return what_stays(country, differences(here, there), here)


def _codes(connection: Connection) -> Entries:
    return {
        f"{one.list_name}/{one.code}": {
            "de": one.labels.de,
            "da": one.labels.da,
            "en": one.labels.en,
            "offered": one.is_active,
            "place": min(one.position, 0),
        }
        for one in own_entries(connection)
    }


def _fields(connection: Connection) -> Entries:
    return {
        str(one.id): {
            "de": one.details.labels.de,
            "da": one.details.labels.da,
            "en": one.details.labels.en,
            "kind": one.details.kind,
            "choices": list(one.details.choices),
            "offered": one.is_active,
        }
        for one in own_fields(connection)
    }


def _templates(connection: Connection) -> Entries:
    newest: dict[object, dict[str, str]] = {}
    states: dict[object, dict[str, str]] = {}
    for row in connection.execute(_TEXTS):
        newest.setdefault(row.letter_template_id, {})[row.language] = row.text
        states.setdefault(row.letter_template_id, {})[row.language] = row.state
    return {
        row.code: {
            "title": row.title,
            "source_language": row.source_language,
            "offered": row.is_active,
            "texts": newest.get(row.id, {}),
            "states": states.get(row.id, {}),
        }
        for row in connection.execute(_TEMPLATES)
    }
