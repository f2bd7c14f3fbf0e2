"""The code lists that an office may change, in the order shown."""

from app.journal.rules.lists import TOPICS

LISTS = (TOPICS,)
