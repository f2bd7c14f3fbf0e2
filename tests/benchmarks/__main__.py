"""`make bench`: runs the measurements, prints a table, writes build/bench.json.

`python -m tests.benchmarks [--readme] [NAME …]` runs all or the named ones; `--readme` prints
Markdown.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.benchmarks import (
    advice,
    answers,
    asking,
    booking,
    card,
    day,
    desks,
    enquiries,
    mailing,
    matching,
    month,
    month_tours,
    note_search,
    papers,
    preventive,
    series,
    shared,
    start,
    tour_order,
    typeahead,
    writing,
)
from tests.benchmarks.offices import BENCH, ROOT
from tests.benchmarks.results import as_markdown, as_table, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.benchmarks.results import Measured

MEASUREMENTS: dict[str, Callable[[], Measured]] = {
    "start_first_paint": start.start_first_paint,
    "start_first_data": start.start_first_data,
    "start_shared": start.start_shared,
    "memory": start.memory,
    "typeahead_100k": typeahead.typeahead_100k,
    "client_card": card.client_card,
    "client_overview": card.client_overview,
    "my_day": day.my_day_100k,
    "month_calendar": month.month_calendar,
    "month_timetable": month_tours.month_timetable,
    "note_search": note_search.note_search,
    "twin_warning": asking.twin_warning,
    "forgotten": asking.forgotten,
    "enquiries_list": enquiries.enquiries_list,
    "answer_check": answers.answer_check,
    "advice_statistics": advice.advice_statistics,
    "booking_keystroke": booking.booking_keystroke,
    "tour_order": tour_order.tour_order,
    "preventive_cohort": preventive.preventive_cohort,
    "candidates": matching.candidates,
    "series_change": series.series_change,
    **papers.rows(),
    "mailing_10k": mailing.mailing_10k,
    "mailing_memory": mailing.mailing_memory,
    "letter_preview": writing.letter_preview,
    "readability_2000": writing.readability_2000,
    "shared_policies": shared.shared_policies,
}
ONLY_WHEN_NAMED: dict[str, Callable[[], Measured]] = {
    "shared_policies_large": shared.shared_policies_large,
    "shared_desks": desks.shared_desks,
}


def main(arguments: Sequence[str]) -> int:
    """Run what is named, or everything; answer 0 also when a goal is missed: it is printed."""
    names = [word for word in arguments if not word.startswith("-")] or list(MEASUREMENTS)
    known = MEASUREMENTS | ONLY_WHEN_NAMED
    unknown = set(names) - set(known)
    if unknown:
        sys.exit(f"No such measurement: {', '.join(sorted(unknown))}")
    os.environ["NAHBAR_HOME"] = str(BENCH / "home-here")
    results = {name: known[name]() for name in names}
    write(results, ROOT / "build" / "bench.json")
    print(as_markdown(results) if "--readme" in arguments else as_table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
