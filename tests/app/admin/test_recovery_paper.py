"""The recovery key on paper can be read back and typed."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from app.admin.offices import check_recovery_key, new_recovery_key
from app.admin.recovery_paper import groups_of, recovery_page


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_every_group_of_the_key_stands_on_the_page(language: str) -> None:
    key = new_recovery_key()
    document = pypdfium2.PdfDocument(recovery_page("Garath", key, date(2026, 11, 23), language))
    try:
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    assert all(group in text for group in groups_of(key))


def test_groups_are_what_is_typed_back() -> None:
    key = new_recovery_key()
    assert check_recovery_key(" ".join(groups_of(key))) == key
