"""Syllables of German words by rule: vowels that sound together, and those that stay apart."""

from __future__ import annotations

import re

_NUCLEUS = re.compile(r"aa|ee|oo|ie|ei|ai|au|äu|eu|ey|ay|oi|oy|ou|[aeiouyäöüéèêáàâóô]")
_SILENT = re.compile(r"(?<=q)u|(?:^|(?<=[aeou]))y(?=[aeouäöü])")
"""The u of qu and the y of Yacht or Bayern."""
_BEFORE_IEN = (
    r"fer|med|famil|lin|ser|stud|akt|präm|immobil|material|kriter|minister|prinzip|ital|span"
    r"|as|belg|bulgar|rumän|alban|kroat|serb|syr|ind|tunes|armen|georg|arab|brasil|austral"
    r"|kolumb|bosn|mazedon|slowen|indones|argentin|britann|jord|lib|energ|batter|garant|industr"
    r"|kop|part|kategor|theor|allerg|fotograf|strateg|therap|utensil|repressal|formal|personal"
    r"|bakter|laborator|sanator|grem|gymnas|stad|stipend|fol|komöd|tragöd|kastan|demokrat"
)
_APART = re.compile(
    rf"(?:{_BEFORE_IEN})ien(?!t)"
    r"|(?:span|belg|kanad|austral|indones|tunes|argentin|patriz)ier"
    r"|(?<!d)ient(?!e[nt]?$)|(?<=[kptlz])iente|ietät"
    r"|(?<!sp)(?<!v)iell(?:e[mnrs]?)?$"
    r"|(?:be|ge)e(?!i|re|rm|t|s|$)"
    r"|(?:be|ge)i(?=nh|rr|mp)"
    r"|e(?=u(?:r[klt]|n[ftr]|m[fgslwz]))"
    r"|e(?=in(?:form|stitut|klusi|teress|tegr|vest))"
    r"|[^t]een$"
)
"""Places where two vowels belong to two syllables although they look like one sound."""


def nuclei(word: str) -> int:
    """Answer how many vowel sounds a word in small letters has; 0 is possible in a rest."""
    sounding = _SILENT.sub("", word)
    return len(_NUCLEUS.findall(sounding)) + len(_APART.findall(sounding))
