"""Requirements of one program: what the features promise holds on a guarded server as in a file.

The tests named here stand with their features; here they run once more, as the login of an
administrator of a shared office, and as other logins where they change the person at work.
"""

from __future__ import annotations

from importlib import import_module

_SAME = {
    "clients.test_actions": (
        "test_a_new_client_has_everything_that_was_typed",
        "test_a_changed_card_is_found_under_its_new_name_only",
        "test_languages_can_be_reordered_and_taken_away",
        "test_a_card_changed_by_someone_else_is_not_overwritten",
    ),
    "clients.test_contact": (
        "test_the_newest_contact_counts_whoever_may_read_of_it",
        "test_whoever_was_advised_without_a_record_was_reached_until_that_is_undone",
        "test_linked_cards_share_advice_without_a_record",
        "test_linked_cards_share_their_last_contact_and_part_with_their_own",
        "test_a_contact_is_no_change_of_the_card_that_someone_is_typing_in",
    ),
    "clients.test_queries": (
        "test_all_ways_to_write_a_name_find_it",
        "test_the_list_is_read_in_windows_in_the_order_of_the_language",
    ),
    "areas.test_queries": ("test_people_are_counted_by_area",),
    "visiting.test_actions": (
        "erna",
        "visit",
        "test_a_planned_visit_stands_in_its_day",
        "test_nobody_is_booked_twice",
        "test_a_held_visit_keeps_its_real_times_and_its_note",
    ),
    "journal.actions.test_writing": (
        "test_a_note_about_several_people_stands_on_each_card",
        "test_undo_takes_a_note_back_and_gives_its_text",
    ),
    "journal.actions.test_correcting": (
        "test_what_stood_there_is_kept_with_who_replaced_it_and_why",
        "test_another_version_is_a_conflict_and_changes_nothing",
    ),
    "journal.actions.test_attaching": ("test_a_file_hangs_on_its_note_under_a_safe_name",),
    "tasks.test_actions": (
        "test_a_changed_task_keeps_what_was_typed_and_counts_its_version",
        "test_a_repeating_task_comes_again_once_it_is_done",
        "test_undoing_done_takes_the_untouched_next_one_back",
    ),
    "tasks.handover.test_handover": (
        "full",
        "test_everything_goes_to_the_colleague_in_one_act_with_one_audit_line",
        "test_undo_gives_everything_back_and_keeps_the_audit",
    ),
    "consent.test_actions": (
        "test_a_consent_is_withdrawn_and_the_mistake_undone",
        "test_with_consent_the_sheet_goes_and_is_kept_in_one_act",
    ),
    "intake.test_actions": (
        "test_somebody_new_gets_a_card_once",
        "test_who_is_accepted_is_a_client_whose_yes_is_kept_as_consent",
    ),
    "letters.test_actions": ("test_the_letter_stands_in_the_history_with_its_pages",),
    "letters.test_queries": ("test_the_latest_letters_come_first",),
    "linking.test_actions": ("people", "test_chains_are_flat_and_come_apart_in_any_order"),
    "importing.test_importing": (
        "test_an_imported_person_is_as_if_typed_into_the_form",
        "test_importing_a_file_twice_holds_every_row",
    ),
    "mobile_advice.suitcase.test_packing": (
        "test_what_was_packed_comes_home_whatever_the_office_stands_on",
    ),
    "my_day.test_queries": (
        "test_who_was_never_reached_comes_first_then_who_was_reached_longest_ago",
        "test_days_ahead_hold_visits_and_own_tasks",
    ),
    "preventive.test_cohort": (
        "dk",
        "test_the_day_due_is_the_birthday_within_the_period",
        "test_a_household_of_one_lives_alone_and_one_of_two_does_not",
        "test_a_risk_calls_for_a_visit_once_and_at_the_ages_of_its_rule",
    ),
    "preventive.test_actions": (
        "test_a_moved_visit_is_due_on_its_new_day",
        "test_an_accepted_visit_stands_in_the_calendar_and_makes_it_visited_once_held",
    ),
    "privacy.test_everything": ("test_an_answer_is_noted_as_a_look",),
    "privacy.test_keeping": (
        "gone",
        "test_a_rehearsal_tells_who_what_why_and_when_and_touches_nothing",
        "test_the_record_names_no_person",
        "test_all_linked_cards_go_together",
        "test_a_note_about_others_as_well_stays_with_them",
        "test_who_was_declined_stays_countable_without_a_name",
        "test_old_rows_of_a_table_go_and_newer_ones_stay",
    ),
    "privacy.test_looking": ("test_looks_within_an_hour_are_one_row",),
    "households.test_households": (
        "test_people_of_one_address_are_proposed",
        "test_a_third_one_joins_the_household_that_is_there",
    ),
    "households.test_relations": ("test_a_relation_is_seen_from_both_sides",),
    "institutions.test_actions": ("test_a_new_contact_gets_a_card_as_contact",),
    "exchange.views.test_actions": ("test_a_view_can_be_renamed_and_deleted",),
    "drafts.test_actions": ("test_the_newest_draft_takes_the_place_of_the_older_one",),
}
"""By the module below `tests.app`: its tests, and the fixtures that they ask for."""

for _module, _names in _SAME.items():
    _there = import_module(f"tests.app.{_module}")
    globals().update({name: getattr(_there, name) for name in _names})
