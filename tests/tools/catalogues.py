"""The sentences of the program and their catalogues: collecting, updating, comparing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from app.escalation.chains import sentences as escalation_sentences
from app.expenses.rates import sentences as allowance_titles
from app.intake.checklists import sentences as checklist_sentences
from app.preventive.rule_sets import sentences as preventive_titles
from app.referrals.bases.carried import sentences as basis_titles
from app.referrals.enquiries.config import sentences as enquiry_words
from app.referrals.housing_cases.config import sentences as housing_advice
from app.referrals.psp.law import sentences as psp_titles
from app.small_numbers.practice import sentences as practice_titles
from app.visiting.observing import sentences as observation_words
from app.volunteers.requirements import sentences as requirement_titles
from resources.text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
"""English is the source and has no catalogue."""

FIRST = datetime(2026, 11, 23, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one sentence of one catalogue."""

    language: str
    sentence: str
    what: str

    def __str__(self) -> str:
        """Answer the fault in one line."""
        return f"{self.language}: {self.what}: {self.sentence!r}"


def po_file(language: str) -> Path:
    """Answer where a language's sentences are translated."""
    return ROOT / "resources" / "translations" / language / "LC_MESSAGES" / "nahbar.po"


def collect() -> Catalog:
    """Collect every sentence of the program, with the files it stands in."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]
    keywords = parse_keywords(settings["keywords"])
    template = _empty(None)
    for folder in settings["folders"]:
        for file, _line, message, comments, context in extract_from_dir(
            ROOT / folder, [("**.py", "python")], keywords=keywords, comment_tags=("Translators:",)
        ):
            where = [(f"{folder}/{file}", 0)]
            template.add(message, None, where, auto_comments=comments, context=context)
    for sentence in checklist_sentences():
        template.add(sentence, None, [("resources/intake", 0)])
    for sentence in (*requirement_titles(), *preventive_titles()):
        template.add(sentence, None, [("resources/visiting", 0)])
    for sentence in (*escalation_sentences(), *observation_words(), *allowance_titles()):
        template.add(sentence, None, [("resources/visiting", 0)])
    for sentence in (*enquiry_words(), *housing_advice(), *basis_titles(), *psp_titles()):
        template.add(sentence, None, [("resources/referrals", 0)])
    for sentence in practice_titles():
        template.add(sentence, None, [("resources/mobile_advice", 0)])
    return template


def _empty(language: str | None) -> Catalog:
    """Answer a catalogue without sentences; its dates are those of the first one, and stay."""
    return Catalog(
        locale=language,
        project="Nahbar",
        version="1",
        header_comment="# The words of Nahbar. Licence: EUPL-1.2.",
        copyright_holder="Nahbar",
        msgid_bugs_address="",
        creation_date=FIRST,
        revision_date=FIRST,
        last_translator="Nahbar",
        language_team="Nahbar",
        charset="utf-8",
        fuzzy=False,
    )


def read(language: str) -> Catalog:
    """Read a language's catalogue; a missing one is empty."""
    file = po_file(language)
    if not file.exists():
        return _empty(language)
    with file.open("rb") as opened:
        return read_po(opened, locale=language, charset="utf-8")


def as_mo(catalogue: Catalog) -> bytes:
    """Answer a catalogue in the form that the program reads."""
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def as_po(catalogue: Catalog) -> bytes:
    """Answer a catalogue in the form that translators read, without line numbers."""
    written = BytesIO()
    write_po(
        written,
        catalogue,
        width=100,
        sort_by_file=True,
        include_lineno=False,
        include_previous=False,
        ignore_obsolete=True,
    )
    return written.getvalue()


def faults(language: str, template: Catalog, catalogue: Catalog) -> Iterator[Fault]:
    """Find every sentence that is missing, empty, doubtful, left over or has other placeholders."""
    for message in _sentences(template):
        there = catalogue.get(message.id, message.context)
        what = "missing" if there is None else _fault(there)
        if what:
            yield Fault(language, _source(message), what)
    for message in _sentences(catalogue):
        if template.get(message.id, message.context) is None:
            yield Fault(language, _source(message), "no longer in the program")


def _sentences(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _source(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _fault(message: Message) -> str:
    """Answer what is wrong with a translated sentence, or nothing."""
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    sources = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    if message.fuzzy:
        return "doubtful (fuzzy)"
    if not all(text and text.strip() for text in texts):
        return "empty"
    wanted = {name for source in sources for name in placeholders(source)}
    if any(set(placeholders(str(text))) - wanted for text in texts):
        return "another placeholder"
    return "a placeholder lost" if wanted - set(placeholders(str(texts[-1]))) else ""


def placeholders(text: str) -> tuple[str, ...]:
    """Answer the `{names}` of a sentence, sorted."""
    return tuple(sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None))
