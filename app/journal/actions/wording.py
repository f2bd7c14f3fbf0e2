"""Keeping snippets, and words that the spell check accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.errors import N_, Conflict, Problem, Refused
from app.journal.snippets import check_snippet
from app.office import CHANGED_MEANWHILE
from app.text_rules import check_text
from db.journal import OwnWord, Snippet

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act

LONGEST_OWN_WORD = 80
WORD_TAKEN = N_("There is already a text for “{word}”. Please choose another short word.")
NOT_YOUR_SNIPPET = N_("This text belongs to a colleague.")

_SAME_WORD = select(Snippet).where(
    Snippet.who == bindparam("who"), Snippet.word == bindparam("word")
)
_OWN_WORD = select(OwnWord).where(
    OwnWord.language == bindparam("language"), OwnWord.word == bindparam("word")
)


def save_snippet(
    act: Act, snippet_id: UUID, version: int, word: str, text: str, *, for_all: bool = False
) -> UUID:
    """Keep a text under a short word, for oneself or for the whole office.

    A `version` of 0 makes a new one under an id that the form made; the same id a second time
    writes the same again. Raises `Refused` beside "word" or "text", `Conflict` when someone
    else was faster.
    """
    if problems := check_snippet(word, text):
        raise Refused(*problems)
    snippet = act.session.get(Snippet, snippet_id) or Snippet(id=snippet_id, who=act.who)
    _need_mine(act, snippet)
    if version and snippet.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    who, folded = "" if for_all else act.who, word.casefold()
    same = act.session.scalar(_SAME_WORD, {"who": who, "word": folded})
    if same is not None and same.id != snippet_id:
        raise Refused(Problem(WORD_TAKEN, "word", {"word": word}))
    snippet.who, snippet.word, snippet.text = who, folded, text
    act.session.add(snippet)
    act.touch("journal", snippet_id)
    return snippet_id


def delete_snippet(act: Act, snippet_id: UUID) -> None:
    """Let a snippet go; one that is gone already changes nothing."""
    snippet = act.session.get(Snippet, snippet_id)
    if snippet is None:
        return
    _need_mine(act, snippet)
    act.session.delete(snippet)
    act.touch("journal", snippet_id)


def add_own_word(act: Act, language: str, word: str) -> None:
    """Let the spell check of a language accept a word, for the whole office."""
    if problems := check_text(word, "word", longest=LONGEST_OWN_WORD, required=True):
        raise Refused(*problems)
    values = {"language": language, "word": word.strip()}
    if act.session.scalar(_OWN_WORD, values) is None:
        act.session.add(OwnWord(**values))
        act.touch("journal")


def remove_own_word(act: Act, language: str, word: str) -> None:
    """Let the spell check mark a word again."""
    known = act.session.scalar(_OWN_WORD, {"language": language, "word": word.strip()})
    if known is not None:
        act.session.delete(known)
        act.touch("journal")


def _need_mine(act: Act, snippet: Snippet) -> None:
    """Refuse what belongs to a colleague; what belongs to the office is everyone's."""
    if snippet.who not in {"", act.who}:
        raise Refused(Problem(NOT_YOUR_SNIPPET))
