"""Taking a configuration over from a file, all or nothing, with the checks of every form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4, uuid5

from sqlalchemy import select

from app.codes.rules import Labels, check_labels
from app.configuration.lists import LISTS
from app.configuration.pools import take_pool
from app.configuration.preventive import take_delivered_rule, take_own_rule
from app.configuration.queries import compared
from app.configuration.requirements import take_requirement
from app.configuration.rules import CODE, Part, broken
from app.configuration.settings import take_setting
from app.custom.actions import save_field, switch_field
from app.custom.rules import FieldDetails
from app.errors import Refused
from app.letters.rules.states import VersionState
from app.letters.studio.actions import save_version
from app.letters.studio.rules import TermText, VersionText, check_new
from app.letters.studio.wording import save_term
from app.letters.templates.rules import TITLES
from app.privacy.actions import set_period
from app.privacy.rules import Override
from db.letters import LetterTemplate, TemplateVersion, Term
from db.office_lists import CodeEntry, CustomField

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.configuration.rules import Difference
    from app.office import Act

_LISTS = {codes.name: codes for codes in LISTS}
"""The code lists that a file may speak of."""
_TERMS = UUID("6f1d2f4c-6a0e-5d7e-9d38-1f0b7ac0f1a5")
"""The space of names from which the keys of taken over terms are made."""


def import_configuration(act: Act, content: bytes) -> int:
    """Take over everything of a file that differs; answer how many entries that were.

    What the office has and the file has not stays as it is. Raises `Refused` for a broken file,
    for an entry that the program would not take from its form, or without the right.
    """
    found = compared(act.session.connection(), content)
    wanted = [one for one in found if one.is_taken_over]
    for one in wanted:
        _TAKE[one.part](act, one)
        act.session.flush()
    return len(wanted)


def _take_code(act: Act, one: Difference) -> None:
    name, _slash, code = one.key.partition("/")
    said = Labels(one.there["de"], one.there["da"], one.there["en"]).stripped()
    if name not in _LISTS or not CODE.fullmatch(code):
        raise broken(one)
    is_delivered = code in _LISTS[name].delivered
    if problems := check_labels(said, (), is_delivered=is_delivered):
        raise Refused(*problems)
    named = select(CodeEntry).where(CodeEntry.list_name == name, CodeEntry.code == code)
    row = act.session.scalar(named) or CodeEntry(list_name=name, code=code, position=_LAST)
    row.label_de, row.label_da, row.label_en = said.de, said.da, said.en
    row.is_active = one.there["offered"]
    place = one.there["place"]
    if place < 0 or row.position < 0:
        row.position = place or _LAST
    act.session.add(row)
    act.session.flush()
    act.touch("codes", row.id)


def _take_field(act: Act, one: Difference) -> None:
    said = one.there
    key = _key(one)
    known = act.session.get(CustomField, key)
    if known is not None and known.kind != said["kind"]:
        raise broken(one)
    labels = Labels(said["de"], said["da"], said["en"])
    details = FieldDetails(labels, said["kind"], tuple(said["choices"]))
    save_field(act, key, known.version if known else 0, details)
    field = act.session.get_one(CustomField, key)
    if field.is_active != said["offered"]:
        switch_field(act, key, field.version, is_active=said["offered"])


def _take_period(act: Act, one: Difference) -> None:
    today = act.local_now.date()
    set_period(act, uuid4(), Override(one.key, one.there["months"], today, one.there["source"]))


def _take_term(act: Act, one: Difference) -> None:
    language, _slash, word = one.key.partition("/")
    same = select(Term).where(Term.language == language, Term.word == word)
    known = act.session.scalar(same)
    key = known.id if known else uuid5(_TERMS, one.key)
    save_term(
        act, key, known.version if known else 0, TermText(language, word, one.there["better"])
    )


def _take_template(act: Act, one: Difference) -> None:
    said = one.there
    row = act.session.scalar(select(LetterTemplate).where(LetterTemplate.code == one.key))
    if row is None:
        row = _new_template(act, one)
    elif one.key not in TITLES:
        row.title = said["title"]
    row.is_active = said["offered"]
    act.session.flush()
    act.touch("letters", row.id)
    source = said["source_language"]
    # Translations know of which source they are: it comes first.
    for language, text in sorted(said["texts"].items(), key=lambda item: item[0] != source):
        newest = act.session.scalar(
            select(TemplateVersion)
            .where(
                TemplateVersion.letter_template_id == row.id, TemplateVersion.language == language
            )
            .order_by(TemplateVersion.number.desc())
            .limit(1)
        )
        state = said["states"].get(language, VersionState.CURRENT)
        if newest is None or (newest.text, newest.state) != (text, state):
            number = newest.number if newest else 0
            save_version(act, uuid4(), one.key, VersionText(language, text, state), number)


def _new_template(act: Act, one: Difference) -> LetterTemplate:
    said = one.there
    if not CODE.fullmatch(one.key):
        raise broken(one)
    if problems := check_new(said["title"], said["source_language"]):
        raise Refused(*problems)
    row = LetterTemplate(code=one.key, title=said["title"], source_language=said["source_language"])
    act.session.add(row)
    act.session.flush()
    return row


_LAST = 1_000
"""Where codes of a file stand: behind those that the office has."""
_TAKE: dict[Part, Callable[[Act, Difference], None]] = {
    Part.SETTINGS: take_setting,
    Part.CODES: _take_code,
    Part.FIELDS: _take_field,
    Part.PERIODS: _take_period,
    Part.TERMS: _take_term,
    Part.TEMPLATES: _take_template,
    Part.REQUIREMENTS: take_requirement,
    Part.PREVENTIVE: take_own_rule,
    Part.DELIVERED: take_delivered_rule,
    Part.POOLS: take_pool,
}


def _key(one: Difference) -> UUID:
    try:
        return UUID(one.key)
    except ValueError as error:
        raise broken(one) from error
