"""What is typed while the server of a shared office is away: kept here, and asked for here."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from app.drafts.actions import add_to_draft, discard_draft, save_draft
from app.drafts.queries import DraftRow, DraftTexts, all_drafts, draft
from app.drafts.rules import pack
from app.errors import Unavailable
from db.draft_box import DraftBox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from app.drafts.rules import Drafted
    from app.server.joining import Credentials
    from app.server.rules.profile import Profile

_KEYRING = "shared drafts"


def box_for(place: Path, profile: Profile, credentials: Credentials) -> DraftBox:
    """Answer where the drafts of a login lie, beside the profile that leads to the office."""
    folder = place.parent / "drafts" / credentials.login
    if not profile.in_keyring:
        return DraftBox(folder, credentials.password)
    account = f"{credentials.login}@{profile.host}:{profile.port}/{profile.database}"
    return DraftBox(
        folder,
        credentials.password,
        recall=partial(_recalled, account),
        remember=partial(_remembered, account),
    )


def _keep(box: DraftBox, at: datetime, drafted: Drafted) -> datetime:
    pack(drafted.texts)
    box.keep(drafted, at)
    return at


def _add(box: DraftBox, at: datetime, typed: Drafted) -> datetime:
    known = box.find(typed.form, typed.subject)
    texts = {**known[0].texts, **typed.texts} if known is not None else typed.texts
    return _keep(box, at, replace(typed, texts=texts))


def _discard(box: DraftBox, _at: datetime, form: str, subject: str) -> None:
    box.drop(form, subject)


KEPT_INSTEAD: Mapping[object, Callable[..., Any]] = {
    save_draft: _keep,
    add_to_draft: _add,
    discard_draft: _discard,
}
"""What is done here, by the action that the server could not take."""


def _draft(
    box: DraftBox, ask: Callable[..., DraftTexts | None], form: str, subject: str, who: str
) -> DraftTexts | None:
    """Answer the newer of two drafts; that of this computer while the server is away."""
    known = box.find(form, subject)
    if known is None:
        return ask(form, subject, who)
    here = DraftTexts(known[0].texts, known[1])
    there = None
    with suppress(Unavailable):
        there = ask(form, subject, who)
    return there if there is not None and there.saved_at >= here.saved_at else here


def _all(box: DraftBox, ask: Callable[..., tuple[DraftRow, ...]], who: str) -> tuple[DraftRow, ...]:
    here = [DraftRow(one.form, one.subject, one.title, at) for one, at in box.all()]
    named = {(row.form, row.subject) for row in here}
    there = [row for row in ask(who) if (row.form, row.subject) not in named]
    return tuple(sorted([*here, *there], key=_when, reverse=True))


def _when(row: DraftRow) -> datetime:
    return row.saved_at


DRAFTS_KEPT: Mapping[object, Callable[..., Any]] = {draft: _draft, all_drafts: _all}
"""What is asked here as well, by the question that goes to the server."""


def _recalled(account: str) -> bytes | None:
    from db.keyring_store import KeyringUnavailable, recall_text  # noqa: PLC0415 - slow to import

    with suppress(KeyringUnavailable, ValueError):
        return bytes.fromhex(recall_text(_KEYRING, account) or "") or None
    return None


def _remembered(account: str, key: bytes) -> bool:
    from db.keyring_store import remember_text  # noqa: PLC0415 - slow to import

    return remember_text(_KEYRING, account, key.hex())
