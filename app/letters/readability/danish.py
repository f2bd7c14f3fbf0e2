"""Syllables of Danish words by rule: every written vowel sounds, but for a few pairs."""

from __future__ import annotations

import re

_NUCLEUS = re.compile(
    r"(?<=[ts])io(?=n)|(?<=[ct])ie(?=l|nt)|(?<=c)ia(?=l)"  # station, officiel, patient, social
    r"|eau|aa|ai|au|oo|ou"
    r"|(?:^|(?<=\|))eu|(?<=n)eu(?=[rt])|(?<=[cp])eu(?=t)"  # Europa, neutral, terapeut
    r"|[aeiouyæøåéèêëáàóäöü]"
)
_SILENT = re.compile(r"(?<=q)u")


def nuclei(word: str) -> int:
    """Answer how many vowel sounds a word in small letters has; 0 is possible in a rest."""
    return len(_NUCLEUS.findall(_SILENT.sub("", word)))
