"""The languages that people speak, by BCP 47 tag, with their names in the program's languages."""

from __future__ import annotations

import json
from functools import cache

from resources import read_text


@cache
def spoken_languages(language: str) -> tuple[tuple[str, str], ...]:
    """Answer (tag, name) of every listed language, as the list is ordered.

    `language` is the language of the names: "de", "da" or "en".
    """
    rows = json.loads(read_text("codelists", "languages.json"))["languages"]
    return tuple((row["tag"], row[language]) for row in rows)


def language_name(tag: str, language: str) -> str:
    """Answer the name of a language; a tag that is not listed names itself."""
    return dict(spoken_languages(language)).get(tag, tag)
