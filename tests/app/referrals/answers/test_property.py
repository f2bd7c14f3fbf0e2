"""For any sequence of acts: no answer says more than its class, nothing is closed unanswered."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import literal_column, select

from app.consent.actions import record_consent, withdraw_consent
from app.errors import Refused
from app.office import Act
from app.referrals.answers.actions import give_answer
from app.referrals.answers.carried import answer_texts
from app.referrals.answers.rules import AnswerChannel, AnswerForm, DisclosureClass
from app.referrals.enquiries.actions import close_enquiry
from app.referrals.enquiries.rules.closing import Closing
from db.answers import Answer
from db.guard import GuardedSession
from db.referrals import Enquiry
from tests.conftest import NOW
from tests.factories.answers import add_enquiry, add_housing
from tests.factories.clients import add_client, add_note
from tests.factories.consent import passing_on
from tests.factories.letters import office_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from app.office import Office

SECRETS = ("bekannt", "dement", "Grundsicherung", "erledigt", "Schmerzmittel", "Besuchsdienst")
NAMED = "Besuchsdienst"
"""What the consent names; everything else it does not cover."""
HARMLESS = ("Bitte", "rufen", "Sie", "am", "Montag", "an", "Das", "Haus", "ist", "offen")
TEXTS = answer_texts("de")
CODES = [block.code for block in TEXTS.blocks]

_WAYS = [AnswerChannel.PHONE, AnswerChannel.MAIL]
"""Pages are set elsewhere: they say the same, and take long."""

_words = st.lists(st.sampled_from(HARMLESS + SECRETS), max_size=4).map(" ".join)
_forms = st.builds(
    AnswerForm,
    disclosure_class=st.sampled_from([*DisclosureClass, "everything"]),
    channel=st.sampled_from(_WAYS),
    language=st.just("de"),
    blocks=st.lists(st.sampled_from(CODES), max_size=4).map(tuple),
    free_text=_words,
    recipient=st.one_of(st.just(""), _words),
)


@st.composite
def _proper(draw: st.DrawFn) -> AnswerForm:
    """Answer a form with sentences of its class, as the screen sends it."""
    told = draw(st.sampled_from([*DisclosureClass, DisclosureClass.CONSENTED]))
    codes = st.sampled_from([block.code for block in TEXTS.of_class(told)])
    blocks = draw(st.lists(codes, min_size=1, max_size=3))
    own = draw(_words) if told.is_free else ""
    return AnswerForm(told, draw(st.sampled_from(_WAYS)), "de", tuple(blocks), own)


_acts = st.lists(
    st.one_of(
        _proper(),
        _forms,
        *(st.just(one) for one in ("consent", "withdraw", "close", "withdrawn answer")),
    ),
    min_size=3,
    max_size=8,
)
_CONSENTED = AnswerForm(
    DisclosureClass.CONSENTED,
    AnswerChannel.PHONE,
    "de",
    (next(block.code for block in TEXTS.of_class(DisclosureClass.CONSENTED)),),
    "Das Haus ist offen",
)
"""Right while the consent holds."""


class World:
    """One office with a person and her enquiry; what an example does in it is undone after it."""

    def __init__(self, office: Office) -> None:
        """Begin with a German office that knows a housing department."""
        office_card(office)
        self.office = office
        self.housing = add_housing(office)
        self.person = add_client(office, given_name="Erna", family_name="Krüger")
        add_note(office, self.person, "Sie nimmt starke Schmerzmittel.")
        self.enquiry = add_enquiry(office, person_id=self.person, institution_id=self.housing)

    @contextmanager
    def example(self) -> Iterator[None]:
        """Let everything within be as if it had never been."""
        with GuardedSession(self.office._writer, expire_on_commit=False) as self.session:
            self.session.begin()
            self.consents: list[UUID] = []
            self.do("consent")
            yield
            self.session.rollback()

    def do(self, wanted: AnswerForm | str) -> None:
        """Do one thing; what is refused is left undone."""
        if wanted == "withdrawn answer":
            self.do("withdraw")
            wanted = _CONSENTED
        try:
            with self.session.begin_nested():
                self._do(Act(self.session, NOW, self.office.who), wanted)
        except Refused:
            return

    def _do(self, act: Act, wanted: AnswerForm | str) -> None:
        if isinstance(wanted, AnswerForm):
            give_answer(act, uuid4(), self.enquiry, wanted)
        elif wanted == "consent":
            details = passing_on("", institution_id=self.housing, scope=NAMED)
            self.consents.append(record_consent(act, uuid4(), self.person, details))
        elif wanted == "withdraw":
            while self.consents:
                withdraw_consent(act, self.consents.pop(), NOW.date())
        else:
            version = _row(act.session.connection(), Enquiry, self.enquiry).version
            close_enquiry(act, self.enquiry, version, Closing("no_need"))


def _row(connection: Connection, table: Any, key: UUID) -> Any:  # noqa: ANN401 - any table
    return connection.execute(select(*table.__table__.c).where(table.id == key)).one()


def _answers(connection: Connection, enquiry: UUID) -> list[Any]:
    found = select(*Answer.__table__.c).where(Answer.enquiry_id == enquiry)
    found = found.order_by(literal_column("rowid"))
    return list(connection.execute(found))


def _check(answer: Any) -> None:  # noqa: ANN401 - a row
    said = f"{answer.shown_text} {answer.recipient}".casefold()
    told = DisclosureClass(answer.disclosure_class)
    leaked = {secret for secret in SECRETS if secret.casefold() in said}
    assert leaked <= ({NAMED} if told is DisclosureClass.CONSENTED else set())
    assert bool(answer.consent_id) == told.needs_consent
    assert not answer.free_text or told.is_free
    for block in TEXTS.blocks:
        if told not in block.classes:
            assert block.text.partition("{")[0] not in answer.shown_text


@pytest.fixture
def world(office: Office) -> World:
    """Answer the office that all examples share."""
    return World(office)


@settings(
    max_examples=45,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(acts=["close", _CONSENTED, "close"])
@example(acts=["withdrawn answer", "close"])
@given(acts=_acts)
def test_no_sequence_of_acts_says_too_much_or_closes_unanswered(
    world: World, acts: list[AnswerForm | str]
) -> None:
    with world.example():
        connection, known = world.session.connection(), 0
        for act in acts:
            world.do(act)
            answers = _answers(connection, world.enquiry)
            for answer in answers:
                _check(answer)
            told = [DisclosureClass(answer.disclosure_class) for answer in answers]
            is_free = any(one.needs_consent for one in told[known:])
            assert world.consents or not is_free
            known = len(answers)
            enquiry = _row(connection, Enquiry, world.enquiry)
            assert answers or (enquiry.closed_at is None and enquiry.state != "closed")


def test_an_answer_is_given_and_an_enquiry_closed_where_the_rules_let_it(world: World) -> None:
    """What is refused in every example would prove nothing."""
    with world.example():
        for act in (_CONSENTED, "close"):
            world.do(act)
        connection = world.session.connection()
        assert len(_answers(connection, world.enquiry)) == 1
        assert _row(connection, Enquiry, world.enquiry).state == "closed"
