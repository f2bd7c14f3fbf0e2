"""A mailing from its plan to its folder, in steps that can be counted, watched and stopped.

Nothing is kept in the office before every letter is drawn, and no file is seen before every
letter is kept: who stops before that leaves nothing behind.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.letters.mass.folder import RunFolder, on_disk
from app.letters.mass.press import Press
from app.letters.mass.writing import Draft, compose_batch, with_troubles
from forms.letterhead import Sender
from forms.letters.envelopes import Envelopes, render_envelopes
from forms.letters.labels import LabelSheet, render_labels

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.errors import Problem
    from app.letters.mass.rules import RunPlan, RunWish

BATCH = 100
"""Letters of one step: others can work in between."""
MERGED = "all letters.pdf"
LABELS = "labels.pdf"
ENVELOPES = "envelopes.pdf"


@dataclass(frozen=True, slots=True)
class Finished:
    """One letter of a mailing that is drawn, or what stands against it."""

    people: tuple[UUID, ...]
    name: str
    problems: tuple[Problem, ...] = ()
    file: Path | None = None
    subject: str = ""
    language: str = ""
    second: str = ""
    layout: str = ""
    visit_id: UUID | None = None
    recipient: tuple[str, ...] = ()
    number: int = 0
    """The place in the mailing, from 1, by which its file is named."""

    @property
    def first(self) -> UUID:
        """The person in whose history the letter stands."""
        return self.people[0]

    def read(self) -> bytes:
        """Read the pages."""
        if self.file is None:
            message = "this letter was not drawn"
            raise ValueError(message)
        return self.file.read_bytes()


class Mailing:
    """Compose and draw until `is_drawn`, keep each of `batches`, then `finish`."""

    def __init__(self, wish: RunWish, plan: RunPlan, folder: Path, today: date) -> None:
        """Plan a mailing into a new folder; raises `Refused` when something stands there."""
        self.wish, self.plan = wish, plan
        self.finished: list[Finished] = []
        self._today = today
        self._folder = RunFolder(folder)
        self._press = Press(len(plan.groups))
        self._drafts: tuple[Draft, ...] = ()
        self._drawing: deque[tuple[Draft, ...]] = deque()
        self._composed = 0
        self._sender = Sender("")
        self._numbers = {
            group.first: plan.number_of(place) for place, group in enumerate(plan.groups)
        }

    @property
    def folder(self) -> Path:
        """Where the letters will stand."""
        return self._folder.target

    @property
    def is_drawn(self) -> bool:
        """Whether every letter is drawn."""
        return self._is_composed and not self._drawing

    @property
    def _is_composed(self) -> bool:
        return self._composed >= len(self.plan.groups)

    @property
    def refused(self) -> tuple[Finished, ...]:
        """The letters that something stands against."""
        return tuple(one for one in self.finished if one.file is None)

    @property
    def written(self) -> tuple[Finished, ...]:
        """The letters that are drawn."""
        return tuple(one for one in self.finished if one.file is not None)

    def compose(self, connection: Connection) -> None:
        """Compose the next letters."""
        groups = self.plan.groups[self._composed : self._composed + BATCH]
        self._drafts = compose_batch(connection, self.wish, groups, self._today)
        self._composed += len(groups)

    def draw(self) -> int:
        """Have drawn what was composed; answer how many letters are done.

        Of many letters some are drawn while the next are composed.
        """
        with on_disk():
            self._press.give(
                [
                    (draft.letter, str(self._file(draft)))
                    for draft in self._drafts
                    if draft.letter is not None
                ]
            )
            self._drawing.append(self._drafts)
            self._drafts = ()
            while self._drawing and (self._press.is_full or self._is_composed):
                self._take()
        if self.is_drawn and self.written:
            title = self.wish.title.strip()
            self._press.begin_merge(self._files(), self._folder.file(MERGED), title)
        return len(self.finished)

    def batches(self) -> list[Sequence[Finished]]:
        """Answer the letters in parts that are kept one by one."""
        return [self.finished[at : at + BATCH] for at in range(0, len(self.finished), BATCH)]

    def finish(self) -> None:
        """Make the printer's file and the labels, and let the folder appear."""
        if self.written:
            addresses = tuple(one.recipient for one in self.written)
            self._folder.add(LABELS, render_labels(LabelSheet(addresses, self.wish.title)))
            if self.wish.with_envelopes:
                envelopes = Envelopes(addresses, self.wish.title, self._sender)
                self._folder.add(ENVELOPES, render_envelopes(envelopes))
        with on_disk():
            self._press.wait_for_merge()
        self._press.close()
        self._folder.finish()

    def discard(self) -> None:
        """Stop: no file stays."""
        self._press.close()
        self._folder.discard()

    def _take(self) -> None:
        """Take a batch that is drawn."""
        troubles = iter(self._press.take())
        for draft in self._drawing.popleft():
            is_drawn = draft.letter is not None
            self.finished.append(
                self._put(with_troubles(draft, next(troubles)) if is_drawn else draft)
            )

    def _file(self, draft: Draft) -> Path:
        return self._folder.file(file_of(self._numbers[draft.group.first]))

    def _files(self) -> list[Path]:
        return [one.file for one in self.written if one.file is not None]

    def _put(self, draft: Draft) -> Finished:
        people, letter = draft.group.people, draft.letter
        number = self._numbers[draft.group.first]
        if letter is None:
            return Finished(people, draft.name, draft.problems, number=number)
        self._sender = letter.sender
        return Finished(
            people,
            draft.name,
            file=self._file(draft),
            subject=letter.first.subject,
            language=draft.language,
            second=draft.second,
            layout=draft.layout,
            visit_id=draft.visit_id,
            recipient=letter.recipient,
            number=number,
        )


def file_of(number: int) -> str:
    """Answer how the file of a letter is called: nothing in it tells of the person."""
    return f"{number:05d}.pdf"
