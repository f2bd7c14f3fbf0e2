"""Syllables of English words by rule: groups of vowels, silent e, endings that add or drop one."""

from __future__ import annotations

import re

_GROUP = re.compile(r"[aeiouyéèêàâôîïü]+")
_CONSONANT = re.compile(r"(?<=[qg])u(?=[aeio])|(?:^|(?<=\|))y(?=[aeou])")
"""The u of question and guest, the y of year."""
_SILENT_INSIDE = (
    r"(?:bas|car|fir|for|guid|hom|hous|lif|lin|mak|nam|not|phon|pip|plac|saf|sid|som|spac|stor"
    r"|tak|ther|tim|whol|wid|wif|wis|smok|stat|tel?escop|bik|cak|gam|gat|lak|wav)"
    r"e(?=[bcfghjkmpqtvwl])"
)
_SILENT = re.compile(
    r"(?<![aeiouy])(?<![bcdfgkpstvz][lr])e$"  # home, but not table or centre
    r"|(?<![aeiouysxzcg])(?<![cs]h)(?<![bcdfgkpstvz][lr])es$"  # homes, but not wishes
    r"|(?<![aeiouytd])(?<![bcdfgkpstvz]l)ed$"  # called, but not needed or handled
    rf"|{_SILENT_INSIDE}"
    r"|(?<![aeioul])e(?=(?:ly|ments?|ful|fully|less|lessness|liness|ness|some)$)"
    r"|[gq]ue$|[gq]ues$"
)
_APART = re.compile(
    r"(?<![tcsgl])ia|ciat|tiat|(?<![tscgxnl])io(?!us)|(?<![tcgx])ious|(?<![tscg])iu"
    r"|(?<![tcnl])ien(?=[tc])|iet|(?<![aeou])ier$|iers$|iest$"
    r"|(?<![qg])ua(?!d)|ue(?=n[ct])|uous|uing|uity|eos?$|(?<=n)eous"
    r"|(?<=[aeouy])ing|[aeou]y(?=[aeou])|[^aeiou]ye(?=rs?$)|isms?$"
)
"""Places where one group of vowels is two syllables: media, radio, usual, going, player."""


def nuclei(word: str) -> int:
    """Answer how many vowel sounds a word in small letters has; 0 is possible in a rest."""
    sounding = _CONSONANT.sub("w", word)
    groups = len(_GROUP.findall(sounding)) + len(_APART.findall(sounding))
    return max(0, groups - len(_SILENT.findall(sounding)))
