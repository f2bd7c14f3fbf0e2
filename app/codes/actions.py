"""Adding words to a code list, renaming and retiring them; what was used keeps its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.codes.rules import (
    LAST_CODE,
    UNKNOWN_CODE,
    Code,
    Labels,
    OwnEntry,
    check_labels,
    code_for,
    merged,
)
from app.errors import Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from db.office_lists import CodeEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.codes.rules import CodeList
    from app.office import Act


def save_code(act: Act, codes: CodeList, code: str, version: int, labels: Labels) -> str:
    """Add a word (`code` is "") or rename one; answer its code.

    A delivered word without own labels is called as it was delivered again. Raises `Refused`
    with a problem for each wrong field, and `Conflict`.
    """
    known = _known(act, codes)
    this = _find(known, code) if code else None
    others = [other for other in known if other is not this]
    is_delivered = this is not None and bool(this.delivered)
    if problems := check_labels(labels, others, is_delivered=is_delivered):
        raise Refused(*problems)
    said = labels.stripped()
    key = code or code_for(said, (other.code for other in known))
    row = _row(act, codes, key, version, position=len(known) + 1)
    row.label_de, row.label_da, row.label_en = said.de, said.da, said.en
    _keep(act, row)
    return key


def switch_code(act: Act, codes: CodeList, code: str, version: int, *, is_active: bool) -> str:
    """Offer a word, or no longer; answer its code. Raises `Refused` for the last that is left."""
    known = _known(act, codes)
    _find(known, code)
    if not is_active and not any(one.is_active for one in known if one.code != code):
        raise Refused(Problem(LAST_CODE))
    row = _row(act, codes, code, version)
    row.is_active = is_active
    _keep(act, row)
    return code


def order_codes(act: Act, codes: CodeList, order: Sequence[str]) -> None:
    """Have the words of a list offered in this order.

    Raises `Conflict` where the list has other words meanwhile.
    """
    if {one.code for one in _known(act, codes)} != set(order):
        raise Conflict(Problem(CHANGED_MEANWHILE))
    named = select(CodeEntry).where(CodeEntry.list_name == codes.name)
    rows = {row.code: row for row in act.session.scalars(named)}
    for place, code in enumerate(order, start=-len(order)):
        row = rows.get(code) or _new(codes, code, place)
        if row.position != place or code not in rows:
            row.position = place
            _keep(act, row)


def _known(act: Act, codes: CodeList) -> Sequence[Code]:
    rows = act.session.scalars(select(CodeEntry).where(CodeEntry.list_name == codes.name))
    return merged(codes, [_entry(row) for row in rows])


def _entry(row: CodeEntry) -> OwnEntry:
    labels = Labels(row.label_de, row.label_da, row.label_en)
    return OwnEntry(
        row.id, row.version, row.list_name, row.code, labels, row.position, row.is_active
    )


def _find(known: Sequence[Code], code: str) -> Code:
    found = next((one for one in known if one.code == code), None)
    if found is None:
        raise Refused(Problem(UNKNOWN_CODE))
    return found


def _row(act: Act, codes: CodeList, code: str, version: int, position: int = 0) -> CodeEntry:
    named = select(CodeEntry).where(CodeEntry.list_name == codes.name, CodeEntry.code == code)
    row = act.session.scalar(named)
    if (row.version if row else 0) != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return row or _new(codes, code, position)


def _new(codes: CodeList, code: str, position: int) -> CodeEntry:
    return CodeEntry(
        list_name=codes.name,
        code=code,
        label_de="",
        label_da="",
        label_en="",
        position=position,
        is_active=True,
    )


def _keep(act: Act, row: CodeEntry) -> None:
    act.session.add(row)
    act.session.flush()
    act.touch("codes", row.id)
