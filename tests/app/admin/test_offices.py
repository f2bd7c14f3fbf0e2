"""Requirements of the one place where everything about an office's files is found."""

from __future__ import annotations

from app.admin import offices


def test_everything_that_is_promised_is_there_and_explained() -> None:
    for name in offices.__all__:
        assert getattr(offices, name).__doc__
