"""The code lists that an office may change, in the order shown."""

from app.journal.rules.lists import TOPICS
from app.visiting.observing import activity_list, flag_list

LISTS = (TOPICS, activity_list(), flag_list())
