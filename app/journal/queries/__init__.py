"""What can be asked of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.journal.queries.follow_ups import closings_to_tell, open_follow_ups
    from app.journal.queries.notes import (
        attachments_of,
        client_with_notes,
        count_notes,
        journal_of,
        note,
        note_to_correct,
        note_versions,
        people_of_note,
    )
    from app.journal.queries.rows import (
        AttachmentRow,
        FollowUpRow,
        NotePersonRow,
        NoteRow,
        SnippetRow,
        VersionRow,
    )
    from app.journal.queries.search import NoteHit, NotePage, search_notes
    from app.journal.queries.wording import all_snippets, own_words, snippet_texts
else:
    __getattr__ = late_names(
        __name__,
        {
            "follow_ups": ("closings_to_tell", "open_follow_ups"),
            "notes": (
                "attachments_of",
                "client_with_notes",
                "count_notes",
                "journal_of",
                "note",
                "note_to_correct",
                "note_versions",
                "people_of_note",
            ),
            "rows": (
                "AttachmentRow",
                "FollowUpRow",
                "NotePersonRow",
                "NoteRow",
                "SnippetRow",
                "VersionRow",
            ),
            "search": ("NoteHit", "NotePage", "search_notes"),
            "wording": ("all_snippets", "own_words", "snippet_texts"),
        },
    )

__all__ = [
    "AttachmentRow",
    "FollowUpRow",
    "NoteHit",
    "NotePage",
    "NotePersonRow",
    "NoteRow",
    "SnippetRow",
    "VersionRow",
    "all_snippets",
    "attachments_of",
    "client_with_notes",
    "closings_to_tell",
    "count_notes",
    "journal_of",
    "note",
    "note_to_correct",
    "note_versions",
    "open_follow_ups",
    "own_words",
    "people_of_note",
    "search_notes",
    "snippet_texts",
]
