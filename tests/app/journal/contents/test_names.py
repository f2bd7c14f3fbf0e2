"""Names of attachments can be shown and saved on every system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.journal.contents import ContentKind, safe_name
from app.journal.contents.names import LONGEST


@pytest.mark.parametrize(
    ("name", "kind", "safe"),
    [
        ("Bescheid vom 3.11.pdf", ContentKind.PDF, "Bescheid vom 3.11.pdf"),
        ("photo.JPEG", ContentKind.JPEG, "photo.jpeg"),
        ("../../etc/passwd", ContentKind.TEXT, "passwd.txt"),
        ("C:\\users\\a.pdf", ContentKind.PDF, "a.pdf"),
        ("invoice\u202efdp.exe", ContentKind.PDF, "invoicefdp.exe.pdf"),
        ("con.pdf", ContentKind.PDF, "_con.pdf"),
        ("COM1.x.txt", ContentKind.TEXT, "_COM1.x.txt"),
        ('a<b>:"c"|?*.png', ContentKind.PNG, "a_b___c____.png"),
        (" .. ", ContentKind.PNG, "attachment.png"),
        (".pdf", ContentKind.PDF, "pdf.pdf"),
        ("a\0b\nc\ud800.txt", ContentKind.TEXT, "abc.txt"),
        ("a.txt. . ", ContentKind.TEXT, "a.txt"),
        ("صورة.png", ContentKind.PNG, "صورة.png"),
    ],
)
def test_a_name_is_made_safe(name: str, kind: ContentKind, safe: str) -> None:
    assert safe_name(name, kind) == safe


@given(name=st.text(max_size=400), kind=st.sampled_from(ContentKind))
def test_every_name_becomes_one_that_can_be_saved(name: str, kind: ContentKind) -> None:
    safe = safe_name(name, kind)
    assert safe == safe_name(safe, kind)
    assert len(safe) <= LONGEST + 1
    assert len(safe.encode()) <= 255
    assert not set(safe) & set('/\\<>:"|?*\0\n')
    assert safe[0] not in ". "
