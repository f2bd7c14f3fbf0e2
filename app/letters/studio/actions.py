"""Writing templates: versions saved, brought back, reviewed and tried; copies and new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.letters.composing.rules import NO_TEMPLATE
from app.letters.composing.templates import BASE_SIGN, source_hash
from app.letters.rules.states import VersionState
from app.letters.studio import statements as ask
from app.letters.studio.queries import source_text, studio_lines, studio_text
from app.letters.studio.rules import (
    VersionText,
    check_feedback,
    check_new,
    check_version,
    text_key,
)
from app.letters.studio.sheet import check_page
from app.letters.templates.delivered import delivered_template
from app.letters.templates.rules import TITLES
from app.office import CHANGED_MEANWHILE
from db.letters import LetterTemplate, TemplateTest, TemplateVersion

if TYPE_CHECKING:
    from uuid import UUID

    from app.letters.studio.rules import Feedback
    from app.office import Act

TEXT_FORM = "template_text"
"""The form in which texts are written; one draft for each template and language."""
BEGINNING = "[subject]\n{subject}\n\n[purpose]\n{text}\n"
"""What a new template begins with: a letter whose words are all typed for each person."""

NO_SUCH_VERSION = N_("This version no longer exists.")
KEEPS_ITS_NAME = N_("A delivered template keeps its name. Copy it to give the copy another one.")
NOTHING_WRITTEN = N_("There is no text in this language yet.")


def save_version(
    act: Act, version_id: UUID, code: str, version: VersionText, opened_with: int
) -> int:
    """Keep a text as the newest version under an id that the form made; answer its number.

    The same id again answers the number that it has. `opened_with` is the number of the version
    that the form showed. Raises `Refused` with what is wrong, `Conflict` when someone else was
    faster.
    """
    kept = act.session.get(TemplateVersion, version_id)
    if kept is not None:
        return kept.number
    problems = check_version(version) or check_page(version.text)
    if problems:
        raise Refused(*problems)
    return _add_version(act, version_id, code, version, opened_with).number


def restore_version(act: Act, version_id: UUID, older_id: UUID, opened_with: int) -> int:
    """Make an older version the newest one; answer the new number.

    Raises `Refused` when it is gone, `Conflict` when someone else wrote a newer one.
    """
    older = act.session.get(TemplateVersion, older_id)
    if older is None:
        raise Refused(Problem(NO_SUCH_VERSION))
    template = act.session.get_one(LetterTemplate, older.letter_template_id)
    version = VersionText(older.language, older.text, older.state)
    return save_version(act, version_id, template.code, version, opened_with)


def mark_reviewed(act: Act, code: str, language: str, opened_with: int) -> int:
    """Say that one has read a text and stands for it; answer the number of its version.

    A delivered text becomes the office's first version with it.
    """
    version = _newest(act, code, language, opened_with)
    version.reviewed_by, version.reviewed_at = act.who, act.now
    version.state = VersionState.CURRENT
    act.touch("letters", version.letter_template_id)
    return version.number


def record_feedback(
    act: Act, test_id: UUID, code: str, language: str, opened_with: int, feedback: Feedback
) -> UUID:
    """Keep what readers said about the newest version of a text.

    Raises `Refused` with what is wrong, `Conflict` when someone else wrote a newer version.
    """
    problems = check_feedback(feedback, act.local_now.date())
    if problems or feedback.tested_on is None:
        raise Refused(*problems)
    if act.session.get(TemplateTest, test_id) is None:
        version = _newest(act, code, language, opened_with)
        act.session.add(
            TemplateTest(
                id=test_id,
                template_version_id=version.id,
                tested_by=feedback.tested_by.strip(),
                tested_on=feedback.tested_on,
                result=feedback.result,
                note=feedback.note.strip(),
            )
        )
        act.touch("letters", version.letter_template_id)
    return test_id


def new_template(act: Act, template_id: UUID, title: str, language: str) -> str:
    """Begin a template of the office's own; answer its code."""
    if problems := check_new(title, language):
        raise Refused(*problems)
    code = f"own_{template_id.hex[:12]}"
    if act.session.get(LetterTemplate, template_id) is None:
        _add_template(act, template_id, code, title.strip(), language)
        _write(act, template_id, None, VersionText(language, BEGINNING), "")
    return code


def copy_template(act: Act, template_id: UUID, code: str, title: str) -> str:
    """Copy a template with all its texts to one of the office's own; answer the new code.

    The copy keeps the kind, the legal block and the needs of what it copies.
    """
    connection = act.session.connection()
    line = next((line for line in studio_lines(connection) if line.code == code), None)
    if line is None:
        raise Refused(Problem(NO_TEMPLATE, "template", {"name": code}))
    if problems := check_new(title, line.source_language):
        raise Refused(*problems)
    base = code.partition(BASE_SIGN)[0]
    copy = f"{base if base in TITLES else 'own'}{BASE_SIGN}{template_id.hex[:12]}"
    if act.session.get(LetterTemplate, template_id) is not None:
        return copy
    source = source_text(connection, code, line.source_language)
    _add_template(act, template_id, copy, title.strip(), line.source_language)
    for language in line.texts:
        found = studio_text(connection, code, language)
        is_source = language == line.source_language
        version = VersionText(language, found.text, found.state)
        row = _write(act, template_id, None, version, "" if is_source else source_hash(source))
        if found.versions:
            row.reviewed_by = found.versions[0].reviewed_by
            row.reviewed_at = found.versions[0].reviewed_at
    return copy


def rename_template(act: Act, code: str, title: str) -> str:
    """Call an own template something else; answer what it was called before.

    Raises `Refused` beside "title": delivered templates keep their names, which are translated.
    """
    if code in TITLES:
        raise Refused(Problem(KEEPS_ITS_NAME, "title"))
    template = _template(act, code)
    if problems := check_new(title, template.source_language):
        raise Refused(*problems)
    before, template.title = template.title, title.strip()
    act.touch("letters", template.id)
    return before


def switch_template(act: Act, code: str, *, is_on: bool) -> bool:
    """Offer a template to those who write letters, or no longer; answer what held before."""
    template = _template(act, code)
    before, template.is_active = template.is_active, is_on
    act.touch("letters", template.id)
    return before


def _newest(act: Act, code: str, language: str, opened_with: int) -> TemplateVersion:
    """Answer the newest version; a delivered text becomes the first one."""
    template = _template(act, code)
    newest = _newest_of(act, template.id, language)
    if (newest.number if newest else 0) != opened_with:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if newest is not None:
        return newest
    text = studio_text(act.session.connection(), code, language).text
    if not text:
        raise Refused(Problem(NOTHING_WRITTEN, "language"))
    return _add_version(act, None, code, VersionText(language, text), opened_with)


def _newest_of(act: Act, template_id: UUID, language: str) -> TemplateVersion | None:
    values = {"template_id": template_id, "language": language}
    return act.session.scalar(ask.NEWEST_OF, values)


def _add_version(
    act: Act, version_id: UUID | None, code: str, version: VersionText, opened_with: int
) -> TemplateVersion:
    template = _template(act, code)
    newest = _newest_of(act, template.id, version.language)
    if (newest.number if newest else 0) != opened_with:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    follows = version.language != template.source_language
    source = source_text(act.session.connection(), code, template.source_language)
    known = source_hash(source) if follows and source else ""
    row = _write(act, template.id, version_id, version, known, opened_with + 1)
    discard_draft(act, TEXT_FORM, str(text_key(code, version.language)))
    act.touch("letters", template.id)
    return row


def _write(
    act: Act,
    template_id: UUID,
    version_id: UUID | None,
    version: VersionText,
    known_source: str,
    number: int = 1,
) -> TemplateVersion:
    row = TemplateVersion(
        letter_template_id=template_id,
        language=version.language,
        number=number,
        text=version.text,
        state=version.state,
        source_hash=known_source,
        written_by=act.who,
        written_at=act.now,
    )
    if version_id is not None:
        row.id = version_id
    act.session.add(row)
    act.session.flush()
    return row


def _add_template(act: Act, template_id: UUID, code: str, title: str, language: str) -> None:
    act.session.add(
        LetterTemplate(id=template_id, code=code, title=title, source_language=language)
    )
    act.session.flush()
    act.touch("letters", template_id)


def _template(act: Act, code: str) -> LetterTemplate:
    """Answer the office's record of a template; for a delivered one it is made when needed."""
    known = act.session.scalar(ask.TEMPLATE_OF, {"code": code})
    if known is not None:
        return known
    if code not in TITLES:
        raise Refused(Problem(NO_TEMPLATE, "template", {"name": code}))
    found = delivered_template(code)
    made = LetterTemplate(code=code, title=found.title, source_language=found.source)
    act.session.add(made)
    act.session.flush()
    return made
