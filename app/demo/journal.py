"""What people left in the demo office's journal by hand: files, a shared note, short words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.demo.books import book
from app.demo.chance import Chance
from app.demo.queries import first_notes
from app.demo.sentences import say
from app.journal.actions import attach_file, save_snippet, write_note
from app.journal.rules import Medium, NoteEntry, Topic

if TYPE_CHECKING:
    from app.demo.rules import DemoPlan
    from app.office import Act

_FILES = 2


def add_demo_journal(act: Act, plan: DemoPlan) -> None:
    """Write a note about several people, hang texts on notes, and keep short words."""
    pages = book(plan.country)
    chance = Chance(plan.seed, plan.country, "journal")
    words = pages.notes["journal"]
    for index, (word, text) in enumerate(sorted(pages.life["snippets"].items())):
        act_id = chance.key(index / len(pages.life["snippets"]))
        save_snippet(act, act_id, 0, word, text, for_all=True)
    found = first_notes(act.session.connection(), act.who, _FILES)
    for (note_id, _person), name in zip(found, words["files"], strict=False):
        attach_file(act, note_id, name, say(words["files"][name], {}, chance).encode())
    people = tuple(dict.fromkeys(person for _note, person in found))
    if people:
        entry = NoteEntry(
            people,
            say(words["shared"], {}, chance),
            medium=Medium.OFFICE,
            reached=True,
            minutes=90,
            topics=(Topic.LONELINESS,),
        )
        write_note(act, chance.key(0.999), entry)
