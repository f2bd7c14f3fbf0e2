"""What may hang on a note: known by its contents, never by its name, and never opened here."""

from app.journal.contents.checking import LARGEST, check_contents
from app.journal.contents.kinds import ContentKind
from app.journal.contents.names import safe_name

__all__ = ["LARGEST", "ContentKind", "check_contents", "safe_name"]
