"""The fixed sentences of answers and what must not be said: dated files of the program."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.clients.rules import fold
from app.referrals.answers.rules import Block, SecretKind, SecretRule, SecretRules, Texts
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Mapping[str, str] = {"de": "Deutsch", "da": "Dansk", "en": "English"}
"""The languages that answers are written in, by their own names."""


@cache
def answer_texts(language: str) -> Texts:
    """Answer what may be said in a language; English where there is none."""
    tag = language if language in LANGUAGES else "en"
    found = tomllib.loads(read_text("referrals", f"answers_{tag}.toml"))
    return Texts(
        language=tag,
        subject=found["subject"],
        greeting=found["greeting"],
        closing=found["closing"],
        reference=found["reference"],
        blocks=tuple(
            Block(
                row["code"],
                frozenset(row["classes"]),
                row["is_first"],
                row["leads"],
                row["text"],
            )
            for row in found["block"]
        ),
        valid_from=found["valid_from"],
    )


@cache
def secret_rules(country: str) -> SecretRules:
    """Answer what must not be said in a country ("DE", "DK"); elsewhere as in Germany."""
    tag = "dk" if country == "DK" else "de"
    found = tomllib.loads(read_text("referrals", f"secrets_{tag}.toml"))
    return SecretRules(
        rules=tuple(
            SecretRule(
                SecretKind(row["kind"]),
                row["law"],
                row["with_consent"] == "if_named",
                tuple(" ".join(fold(word).split()) for word in row["words"]),
            )
            for row in found["secret"]
        ),
        law=found["law"],
        source=found["source"],
        run_words=found["note_run_words"],
        run_letters=found["note_run_letters"],
        word_letters=found["note_word_letters"],
    )
