"""The templates to write from: the office's own versions before those that are delivered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.errors import Problem, Refused
from app.letters.composing import statements as ask
from app.letters.composing.rules import NO_TEMPLATE
from app.letters.rules.markup import BLOCKS, TemplateText, read_template
from app.letters.rules.states import VersionState
from app.letters.templates.delivered import delivered_source, delivered_template, delivered_text
from app.letters.templates.rules import TITLES, DeliveredTemplate, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Row

    AnyRow = Row[*tuple[Any, ...]]

BINDING = frozenset({Kind.DECISION, Kind.HEARING})
"""Kinds of letters with legal effect."""
PERSONAL = frozenset({Kind.DECISION, Kind.HEARING, Kind.CERTIFICATE, Kind.VOUCHER})
"""Kinds of letters that are about one person alone."""
BASE_SIGN = "+"
"""Ends the code of the delivered template that an own one was copied from: "decision+1a2b"."""
_NO_LAW: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template as it is offered."""

    code: str
    title: str
    """In English and translated where it is shown; that of the office's own as it is typed."""
    kind: Kind
    needs: frozenset[str]
    """Fields without which the letter does not leave."""
    blocks: frozenset[str]
    """The building blocks that it has."""
    legal: Mapping[str, str]
    """Kind of its legal block by country, "de" or "dk"."""
    asks_basis: bool
    """Whether a mass mailing of it needs a lawful basis."""
    source_language: str

    @property
    def is_binding(self) -> bool:
        """Whether letters of it have legal effect."""
        return self.kind in BINDING

    @property
    def is_personal(self) -> bool:
        """Whether letters of it are about one person alone."""
        return self.kind in PERSONAL


@dataclass(frozen=True, slots=True)
class Version:
    """The text of a template in one language, and how far it is."""

    text: TemplateText
    state: VersionState
    is_reviewed: bool = True
    """False for a translation that no native speaker has read."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template with every language that it has."""

    row: TemplateRow
    versions: Mapping[str, Version]


def templates(connection: Connection) -> tuple[TemplateRow, ...]:
    """Answer every template: the delivered ones in their order, then the office's own by title.

    What the office has switched off is left out.
    """
    own = {row.code: row for row in connection.execute(ask.TEMPLATES)}
    off = {code for code, row in own.items() if not row.is_active}
    more = [_own_row(row) for code, row in own.items() if code not in off | TITLES.keys()]
    delivered = (_delivered_row(delivered_template(code)) for code in TITLES if code not in off)
    return (*delivered, *sorted(more, key=lambda row: row.title.casefold()))


def template(connection: Connection, code: str) -> Template:
    """Answer a template with its versions; raises `Refused` when there is none of this code."""
    row = next((row for row in templates(connection) if row.code == code), None)
    if row is None:
        raise Refused(Problem(NO_TEMPLATE, "template", {"name": code}))
    written = connection.execute(ask.VERSIONS, {"code": code}).all()
    changed = row.source_language in {each.language for each in written}
    carried = dict(_delivered_versions(code, row, is_changed=changed)) if code in TITLES else {}
    source = next((e.text for e in written if e.language == row.source_language), "")
    source = source or (delivered_source(code, row.source_language) if carried else "")
    own = {each.language: _own_version(each, row, source) for each in written}
    return Template(row, MappingProxyType(carried | own))


def template_row(connection: Connection, code: str) -> TemplateRow:
    """Answer a template, switched off or not; raises `Refused` when there is none of this code."""
    own = {row.code: row for row in connection.execute(ask.TEMPLATES)}
    if code in TITLES:
        return _delivered_row(delivered_template(code))
    if code not in own:
        raise Refused(Problem(NO_TEMPLATE, "template", {"name": code}))
    return _own_row(own[code])


def is_translated(code: str, source_language: str, language: str) -> bool:
    """Answer whether a text follows another one, and is not written in a language of its own."""
    base = code.partition(BASE_SIGN)[0]
    written = delivered_template(base).written_in if base in TITLES else ()
    return language != source_language and language not in written


def source_hash(text: str) -> str:
    """Answer by what a translation knows the source that it was made from."""
    return sha256(text.encode()).hexdigest()


def state_of(state: str, kept_hash: str, source: str) -> VersionState:
    """Answer how far a text is that keeps by which hash it knew its source; "" for no source."""
    if kept_hash and kept_hash != source_hash(source):
        return VersionState.OUTDATED
    return VersionState(state)


def _own_version(each: AnyRow, row: TemplateRow, source: str) -> Version:
    is_source = each.language == row.source_language
    state = state_of(each.state, "" if is_source else each.source_hash, source)
    is_native = not is_translated(row.code, row.source_language, each.language)
    return Version(_read(each.text), state, is_native or each.reviewed_at is not None)


def _own_row(row: AnyRow) -> TemplateRow:
    """Answer an own template; a copy has the kind, the law and the needs of what it copies."""
    base = row.code.partition(BASE_SIGN)[0]
    if base in TITLES:
        copied = _delivered_row(delivered_template(base))
        return replace(copied, code=row.code, title=row.title, source_language=row.source_language)
    return TemplateRow(
        row.code,
        row.title,
        Kind.LETTER,
        frozenset(),
        frozenset(BLOCKS),
        _NO_LAW,
        asks_basis=True,
        source_language=row.source_language,
    )


def _delivered_row(found: DeliveredTemplate) -> TemplateRow:
    return TemplateRow(
        found.code,
        found.title,
        found.kind,
        frozenset(found.needs),
        frozenset(found.blocks),
        found.legal,
        found.mass_needs_basis,
        found.source,
    )


def _delivered_versions(
    code: str, row: TemplateRow, *, is_changed: bool
) -> Iterable[tuple[str, Version]]:
    """Answer the carried texts: outdated once the office has changed the source."""
    found = delivered_template(code)
    for tag in found.languages:
        stale = is_changed and tag != row.source_language
        state = VersionState.OUTDATED if stale else VersionState.CURRENT
        yield tag, Version(delivered_text(code, tag), state, found.is_reviewed(tag))


@lru_cache(maxsize=256)
def _read(text: str) -> TemplateText:
    """Read a text that was checked when it was kept; raises `Refused` should it be broken."""
    found = read_template(text, required=())
    if isinstance(found, TemplateText):
        return found
    raise Refused(*found)
