"""Makes the facts of handover lists: plain values, as they come from the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from forms.tasks.handover_list import (
    HandedPerson,
    HandoverList,
    NextVisit,
    OpenFollowUp,
    OpenTask,
)

PERSON = HandedPerson(
    name="Erna Krüger",
    phone="0211 1234567",
    hint="Immer zuerst die Nichte anrufen",
    tasks=(
        OpenTask("Pflegekasse anrufen", date(2026, 11, 27)),
        OpenTask("Ansehen, ob der Griff hält", review_on=date(2026, 12, 1)),
        OpenTask("Bei Gelegenheit fragen"),
    ),
    follow_ups=(OpenFollowUp(date(2026, 11, 20), date(2026, 11, 25)),),
    visits=(NextVisit(datetime(2026, 11, 24, 14, 30), "Karin Vogt"),),  # noqa: DTZ001 - local time
)


def handover_list(count: int = 2, **facts: Any) -> HandoverList:  # noqa: ANN401 - any fact
    """Answer the facts of a German list of `count` people, or as `facts` say."""
    usual = HandoverList(
        language="de",
        from_who="Petra Schneider",
        to_who="Karin Vogt",
        handed_at=datetime(2026, 11, 23, 9, 0),  # noqa: DTZ001 - local wall-clock time
        printed_at=datetime(2026, 11, 23, 9, 5),  # noqa: DTZ001 - local wall-clock time
        who="Karin Vogt",
        reason="Elternzeit bis Ostern",
        people=(PERSON, replace(PERSON, name="Paul Łukasz", hint="", tasks=(), follow_ups=(),
                                visits=(), address_protected=True)) * (count // 2),
        others=(OpenTask("Kaffeekasse zählen"),),
    )  # fmt: skip
    return replace(usual, **facts)
