"""What each act is called in words; a test holds the table against all actions of the program."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

_OFFICE = {
    "set_up": N_("Shared office set up"),
    "set_up_office": N_("Office set up"),
    "save_office_card": N_("Office card and letterhead changed"),
    "save_office_setting": N_("Setting of the office changed"),
    "choose_number": N_("Setting of the office changed"),
    "choose_state": N_("Federal state chosen"),
    "choose_logo": N_("Logo chosen"),
    "describe_logo": N_("Description of the logo changed"),
    "remove_logo": N_("Logo removed"),
    "load_area_list": N_("List of areas loaded"),
    "choose_areas": N_("Areas of the office chosen"),
    "add_member": N_("Colleague added"),
    "save_member": N_("Colleague or role changed"),
    "welcome_member": N_("Colleague added with a login"),
    "give_login": N_("Login given to a colleague"),
    "reset_password": N_("Password of a colleague set anew"),
    "restrict_person": N_("Person restricted to named colleagues"),
    "lift_restriction": N_("Restriction of a person lifted"),
    "break_glass": N_("Restricted card opened in an emergency"),
    "check_audit": N_("Chain of audit lines checked"),
    "record_drill": N_("Restore rehearsed"),
    "set_period": N_("Period of keeping set"),
    "carry_out": N_("Entry deleted or made anonymous"),
    "answer_request": N_("Request about personal data answered"),
    "rehearsal_list": N_("List of what would be deleted saved"),
    "export_list": N_("List exported"),
    "export_journal": N_("Journal printed or saved"),
    "save_view": N_("View of a list kept"),
    "rename_view": N_("View of a list renamed"),
    "share_view": N_("View of a list shared or taken back"),
    "delete_view": N_("View of a list deleted"),
    "save_code": N_("Entry of a code list kept"),
    "switch_code": N_("Entry of a code list offered or retired"),
    "save_field": N_("Own field kept"),
    "switch_field": N_("Own field offered or retired"),
    "save_values": N_("Own fields of a person filled in"),
    "import_configuration": N_("Configuration taken over from a file"),
}
_PEOPLE = {
    "add_client": N_("Person added"),
    "save_client": N_("Person changed"),
    "record_consent": N_("Consent recorded"),
    "correct_consent": N_("Consent corrected"),
    "withdraw_consent": N_("Consent withdrawn"),
    "undo_withdrawal": N_("Withdrawal of a consent taken back"),
    "pass_on": N_("Data passed on"),
    "live_together": N_("Household made"),
    "leave_household": N_("Household left"),
    "come_back": N_("Leaving of a household taken back"),
    "save_household": N_("Household changed"),
    "refuse_household": N_("Likely household refused"),
    "ask_again": N_("Likely household proposed again"),
    "add_relation": N_("Relation added"),
    "change_relation": N_("Relation changed"),
    "end_relation": N_("Relation ended or continued"),
    "delete_relation": N_("Relation deleted"),
    "import_people": N_("People imported"),
    "decide_held_row": N_("Held line of an import decided"),
    "hold_again": N_("Line of an import held again"),
    "keep_pairs": N_("Search for duplicates kept"),
    "drop_pairs": N_("Search for duplicates tidied up"),
    "finish_search": N_("Search for duplicates finished"),
    "link_people": N_("Cards linked"),
    "undo_link": N_("Linked cards parted"),
    "say_different": N_("Cards said to be two people"),
    "propose_again": N_("Pair of cards proposed again"),
    "add_institution": N_("Institution added"),
    "save_institution": N_("Institution changed"),
    "add_contact": N_("Contact person added"),
    "save_contact": N_("Contact person changed"),
    "remove_contact": N_("Contact person removed"),
    "add_request": N_("Request taken"),
    "save_request": N_("Request changed"),
    "decide_request": N_("Request decided"),
    "reopen_request": N_("Request opened again"),
}
_WORK = {
    "plan_visit": N_("Visit planned"),
    "change_planned_visit": N_("Planned visit changed"),
    "record_visit": N_("Visit recorded"),
    "reopen_visit": N_("Record of a visit taken back"),
    "cancel_visit": N_("Visit cancelled"),
    "restore_visit": N_("Cancelled visit brought back"),
    "add_task": N_("Task added"),
    "change_task": N_("Task changed"),
    "finish_task": N_("Task done"),
    "drop_task": N_("Task dropped"),
    "reopen_task": N_("Task opened again"),
    "review_task": N_("Task looked at again"),
    "assign_tasks": N_("Tasks given to others"),
    "hand_over": N_("Work handed over"),
    "take_back_handover": N_("Handover taken back"),
    "write_note": N_("Note written"),
    "correct_note": N_("Note corrected"),
    "take_back_note": N_("Note taken back"),
    "release_note": N_("Note released to the team"),
    "attach_file": N_("File added to a note"),
    "take_attachment_off": N_("File taken off a note"),
    "take_file_out": N_("File of a note opened"),
    "close_follow_up": N_("Follow-up closed"),
    "reopen_follow_up": N_("Follow-up opened again"),
    "acknowledge_closing": N_("Closing of a follow-up seen"),
    "repair_words": N_("Search index made anew"),
    "save_snippet": N_("Text snippet kept"),
    "delete_snippet": N_("Text snippet deleted"),
    "add_own_word": N_("Word added to the spell check"),
    "remove_own_word": N_("Word removed from the spell check"),
}
_LETTERS = {
    "write_appointment_letter": N_("Letter written"),
    "write_letter_to": N_("Letter written"),
    "write_letter": N_("Letter written"),
    "post_letter": N_("Letter marked as posted"),
    "note_hand_over": N_("Day of posting noted"),
    "begin_run": N_("Mass mailing begun"),
    "keep_letters": N_("Letters of a mass mailing kept"),
    "post_run": N_("Mass mailing marked as posted"),
    "save_version": N_("Letter template changed"),
    "restore_version": N_("Older version of a template restored"),
    "mark_reviewed": N_("Letter template reviewed"),
    "record_feedback": N_("Feedback on a template recorded"),
    "new_template": N_("Letter template made"),
    "copy_template": N_("Letter template copied"),
    "rename_template": N_("Letter template renamed"),
    "switch_template": N_("Letter template offered or retired"),
    "save_term": N_("Term for letters kept"),
    "remove_term": N_("Term for letters removed"),
    "choose_targets": N_("Aims of letters chosen"),
}
_VOLUNTEERS = {
    "save_volunteer": N_("File of a volunteer kept"),
    "record_proof": N_("Proof of a volunteer recorded"),
    "remove_proof": N_("Proof of a volunteer deleted"),
}
_MATCHES = {
    "save_wish": N_("Wishes for a match kept"),
    "propose_match": N_("Match proposed"),
    "step_match": N_("Match taken a step further"),
    "note_check_in": N_("Check on a match noted"),
    "lock_match": N_("Match fixed or loosened"),
    "take_proposal_back": N_("Proposal of a match taken back"),
    "keep_apart": N_("Two people kept apart"),
}
_INVENTED = N_("Invented data of the demo office entered")
_DEMO = dict.fromkeys(
    (
        "add_demo_circles",
        "add_demo_clients",
        "add_demo_doubles",
        "add_demo_journal",
        "add_demo_partners",
        "add_demo_requests",
        "add_demo_templates",
        "add_demo_traces",
        "add_demo_volunteers",
        "add_demo_matches",
    ),
    _INVENTED,
)

ACTION_WORDS: Mapping[str, str] = MappingProxyType(
    {**_OFFICE, **_PEOPLE, **_VOLUNTEERS, **_MATCHES, **_WORK, **_LETTERS, **_DEMO}
)
"""English words by the name of the action, translated where they are shown."""
UNKNOWN = N_("Something else was done")


def words_of(action: str) -> str:
    """Answer the English words of an act; of one that only a newer program knows, a stand-in."""
    return ACTION_WORDS.get(action, UNKNOWN)
