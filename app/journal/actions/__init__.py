"""What can be done in the journal."""

from app.journal.actions.attaching import attach_file, take_attachment_off
from app.journal.actions.correcting import CORRECTION_FORM, correct_note
from app.journal.actions.follow_ups import (
    acknowledge_closing,
    close_follow_up,
    reopen_follow_up,
)
from app.journal.actions.wording import (
    add_own_word,
    delete_snippet,
    remove_own_word,
    save_snippet,
)
from app.journal.actions.writing import (
    NOTE_FORM,
    release_note,
    take_back_note,
    write_note,
    write_note_with_files,
)

__all__ = [
    "CORRECTION_FORM",
    "NOTE_FORM",
    "acknowledge_closing",
    "add_own_word",
    "attach_file",
    "close_follow_up",
    "correct_note",
    "delete_snippet",
    "release_note",
    "remove_own_word",
    "reopen_follow_up",
    "save_snippet",
    "take_attachment_off",
    "take_back_note",
    "write_note",
    "write_note_with_files",
]
