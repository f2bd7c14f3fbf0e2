"""Asking the template studio: its templates, one text with its history, terms and targets."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.errors import Problem, Refused
from app.letters.composing.rules import NO_TEMPLATE
from app.letters.composing.templates import is_translated, state_of
from app.letters.rules.states import VersionState
from app.letters.studio import statements as ask
from app.letters.studio.rows import FeedbackRow, StudioLine, StudioText, TermRow, VersionRow
from app.letters.studio.rules import TextStatus, status_of
from app.letters.templates.delivered import delivered_source, delivered_template
from app.letters.templates.rules import TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Row

    AnyRow = Row[*tuple[Any, ...]]


def studio_lines(connection: Connection) -> tuple[StudioLine, ...]:
    """Answer every template: the delivered ones in their order, then the office's own by title."""
    written: defaultdict[str, dict[str, AnyRow]] = defaultdict(dict)
    for row in connection.execute(ask.NEWEST):
        written[row.code][row.language] = row
    own = {row.code: row for row in connection.execute(ask.TEMPLATES)}
    delivered = (_delivered_line(code, own.get(code), written[code]) for code in TITLES)
    more = [_own_line(row, written[code]) for code, row in own.items() if code not in TITLES]
    return (*delivered, *sorted(more, key=lambda line: line.title.casefold()))


def studio_text(connection: Connection, code: str, language: str) -> StudioText:
    """Answer a text with its history; a language without a text begins empty.

    Raises `Refused` when there is no such template.
    """
    line = next((line for line in studio_lines(connection) if line.code == code), None)
    if line is None:
        raise Refused(Problem(NO_TEMPLATE, "template", {"name": code}))
    values = {"code": code, "language": language}
    versions = tuple(VersionRow(*row) for row in connection.execute(ask.VERSIONS, values))
    text = versions[0].text if versions else _delivered_text(code, language)
    return StudioText(
        line=line,
        language=language,
        text=text,
        number=versions[0].number if versions else 0,
        state=versions[0].state if versions else VersionState.CURRENT,
        source=source_text(connection, code, line.source_language),
        versions=versions,
        feedback=tuple(FeedbackRow(*row) for row in connection.execute(ask.FEEDBACK, values)),
    )


def source_text(connection: Connection, code: str, language: str) -> str:
    """Answer the text of today in a template's source language; "" where there is none."""
    row = connection.execute(ask.VERSIONS, {"code": code, "language": language}).first()
    return row.text if row is not None else _delivered_text(code, language)


def term_rows(connection: Connection) -> tuple[TermRow, ...]:
    """Answer the words that the office avoids, by language and word."""
    return tuple(TermRow(*row) for row in connection.execute(ask.TERMS))


def _delivered_text(code: str, language: str) -> str:
    if code not in TITLES or language not in delivered_template(code).languages:
        return ""
    return delivered_source(code, language)


def _delivered_line(code: str, row: AnyRow | None, written: Mapping[str, AnyRow]) -> StudioLine:
    found = delivered_template(code)
    changed = found.source in written
    texts = {
        tag: status_of(
            VersionState.OUTDATED if changed and tag != found.source else VersionState.CURRENT,
            is_reviewed=found.is_reviewed(tag),
        )
        for tag in found.languages
    }
    texts |= _own_texts(code, found.source, written)
    return StudioLine(
        code=code,
        title=found.title,
        is_delivered=True,
        is_changed=bool(written),
        is_active=row is None or row.is_active,
        source_language=found.source,
        texts=MappingProxyType(texts),
    )


def _own_line(row: AnyRow, written: Mapping[str, AnyRow]) -> StudioLine:
    return StudioLine(
        code=row.code,
        title=row.title,
        is_delivered=False,
        is_changed=True,
        is_active=row.is_active,
        source_language=row.source_language,
        texts=MappingProxyType(_own_texts(row.code, row.source_language, written)),
    )


def _source_in(code: str, language: str, written: Mapping[str, AnyRow]) -> str:
    if language in written:
        text: str = written[language].text
        return text
    return _delivered_text(code, language)


def _own_texts(
    code: str, source_language: str, written: Mapping[str, AnyRow]
) -> dict[str, TextStatus]:
    """Answer how far each text of the office is."""
    source = _source_in(code, source_language, written)
    found = {}
    for tag, row in written.items():
        state = state_of(row.state, "" if tag == source_language else row.source_hash, source)
        is_native = not is_translated(code, source_language, tag)
        found[tag] = status_of(state, is_reviewed=is_native or row.reviewed_at is not None)
    return found
