"""Requirements of the words of the audit: every act and every part of the program has some."""

from __future__ import annotations

import ast

import pytest

from app.audit.rules import ACTION_WORDS, FEATURE_WORDS, check_end, short_end, words_of
from app.audit.rules.words import UNKNOWN
from tests.house.sources import program

PARTS = {
    *("need_right", "known_person", "check_institution_is_known", "known_institution"),
    *("write_card", "recount_contact", "cancel_ruled_out", "take_role", "enter_person"),
    *("checked", "fill", "fill_people", "empty_words", "readable_note", "need_author"),
    *("need_changeable", "need_known", "further_people", "people_of", "touch_note"),
    *("letter_row", "make_answer", "open_task", "tell", "hand_visit", "note_exported"),
    *("chain_paper", "chain_text", "hang_waiting", "write_values", "write_parts", "write_hours"),
    *("write_record", "add_event", "known_match", "say_deletions", "say_all_deletions"),
    *("opened_offer", "put_offer_back", "take_setting"),
    *("take_requirement", "take_own_rule", "take_delivered_rule", "take_pool"),
    *("halt_on", "known_contact", "passed_on", "settle_call"),
    *("day_of", "flush", "known_appointment", "known_request", "moment_of", "need_home_time"),
    *("need_place", "step", "who_is"),
    *("count_answers", "is_about_child", "known_enquiry", "link_step", "new_card"),
    "rows_and_parts",
    *("need_office", "note_followed", "refuse_wrong", "set_days", "take_person", "write"),
    *("bring_in_line", "check_people", "finish", "first_open_day", "follow_match", "horizon"),
    *("make_further", "refuse_clashes", "refuse_rest", "settle", "take_back", "take_visitor"),
    *("visits_from", "wanted_of", "with_cards", "with_free_time"),
    *("after_writing", "follow_name", "follow_text", "may_pack", "add_demo_suitcases"),
    *("crew_of_day", "days_made_of", "halts_of_day", "make_day", "opened_day", "remember"),
    *(
        "refuse_absence",
        "rests_of",
        "standing_at",
        "add_demo_home_visits",
        "chain_of",
        "next_day",
        "settle_all",
        "asked_for",
        "free_mediators",
        "ask_again",
        "to_tell",
        "release",
        "take_release_back",
        "drop_untouched",
        "end_matches_of_deceased",
        "follow_contact",
        "after_keeping",
        "is_taken",
        "need_possible",
        "note_copy",
    ),
}
"""What acts are made of: these never are an act by themselves, or change nothing."""
SILENT = {
    *("note_looks", "remember_view", "mark_seen"),
    *("save_draft", "add_to_draft", "discard_draft", "bring_back_draft"),
    *("keep_packed", "keep_file"),
}
"""Acts that touch nothing and so leave no line."""


def _first_is_an_act(function: ast.FunctionDef) -> bool:
    first = function.args.args[0].annotation if function.args.args else None
    return first is not None and ast.unparse(first).strip("'") == "Act"


def _acts() -> set[str]:
    return {
        node.name
        for source in program()
        if str(source.path).startswith("app/")
        # Of groups apart all acts are told as one, by `QUIET_NAME`.
        and not str(source.path).startswith("app/referrals/psp/")
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and _first_is_an_act(node)
    }


def _touched() -> set[str]:
    return {
        call.args[0].value
        for source in program()
        for call in ast.walk(source.tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "touch"
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_every_action_has_words() -> None:
    wordless = _acts() - PARTS - SILENT - set(ACTION_WORDS)

    assert not wordless, "say in app/audit/rules/words.py what each of these did"


def test_every_part_that_an_act_touches_has_a_name() -> None:
    touched = _touched()

    assert touched >= {"clients", "visiting"}
    assert touched <= set(FEATURE_WORDS)


def test_an_act_of_a_newer_program_is_told_all_the_same() -> None:
    assert words_of("fly_to_the_moon") == UNKNOWN


@pytest.mark.parametrize("typed", ["abc", "g" * 16, "a" * 65])
def test_what_is_no_end_of_a_chain_is_refused(typed: str) -> None:
    assert check_end(typed)[1]


def test_an_end_is_typed_as_it_is_printed() -> None:
    printed = short_end("0123456789abcdef")

    assert printed == "01234567 89abcdef"
    assert check_end(printed.upper()) == ("0123456789abcdef", ())
