"""The code lists that an office may change, in the order shown."""

from app.institutions.rules.lists import KINDS
from app.intake.rules.lists import REASONS, SOURCES
from app.journal.rules.lists import MEDIA, TOPICS
from app.mobile_advice.advice.rules.lists import OUTCOMES as ADVICE_OUTCOMES
from app.mobile_advice.advice.rules.lists import TOPICS as ADVICE_TOPICS
from app.referrals.enquiries.rules.lists import CONCERNS, OUTCOMES
from app.visiting.observing import activity_list, flag_list

LISTS = (
    TOPICS,
    MEDIA,
    SOURCES,
    *REASONS.values(),
    KINDS,
    activity_list(),
    flag_list(),
    ADVICE_TOPICS,
    ADVICE_OUTCOMES,
    CONCERNS,
    OUTCOMES,
)
