"""What a verb answers: facts for programs, lines for people, and how it ended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.command_line.exits import Exit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one verb; `facts` keep their names and types from version to version."""

    facts: Mapping[str, object] | Sequence[object]
    lines: tuple[str, ...]
    exit: Exit = Exit.DONE

    def text(self, *, as_json: bool) -> str:
        """Answer what is printed, with its last line break."""
        if as_json:
            return json.dumps(self.facts, ensure_ascii=False, indent=2) + "\n"
        return "".join(f"{line}\n" for line in self.lines)
