"""Requirements of the journal's code lists: every delivered topic is in its list."""

from __future__ import annotations

from app.journal.rules import TOPIC_LABELS
from app.journal.rules.lists import TOPICS


def test_the_list_of_topics_holds_every_delivered_topic_in_its_order() -> None:
    assert list(TOPICS.delivered) == [topic.value for topic in TOPIC_LABELS]
    assert list(TOPICS.delivered.values()) == list(TOPIC_LABELS.values())
