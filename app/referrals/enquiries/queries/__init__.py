"""What can be asked about enquiries: lists, one enquiry, its form, what followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.referrals.enquiries.queries.card import EnquiryCard, Laws, enquiry_card
    from app.referrals.enquiries.queries.due import due_enquiries
    from app.referrals.enquiries.queries.editing import (
        AtHome,
        ContactRow,
        Department,
        EnquiryToEdit,
        at_home,
        department,
        enquiry_to_edit,
    )
    from app.referrals.enquiries.queries.lists import (
        MOST_EXPORTED,
        DepartmentRow,
        EnquiryCounts,
        EnquiryList,
        EnquiryWish,
        asking_departments,
        count_enquiries,
        enquiries_of_person,
        enquiry_counts,
        enquiry_window,
    )
    from app.referrals.enquiries.queries.rows import EnquiryRow
    from app.referrals.enquiries.queries.steps import FollowedRow, followed
else:
    __getattr__ = late_names(
        __name__,
        {
            "card": ("EnquiryCard", "Laws", "enquiry_card"),
            "due": ("due_enquiries",),
            "editing": (
                "AtHome",
                "ContactRow",
                "Department",
                "EnquiryToEdit",
                "at_home",
                "department",
                "enquiry_to_edit",
            ),
            "lists": (
                "MOST_EXPORTED",
                "DepartmentRow",
                "EnquiryCounts",
                "EnquiryList",
                "EnquiryWish",
                "asking_departments",
                "count_enquiries",
                "enquiries_of_person",
                "enquiry_counts",
                "enquiry_window",
            ),
            "rows": ("EnquiryRow",),
            "steps": ("FollowedRow", "followed"),
        },
    )

__all__ = [
    "MOST_EXPORTED",
    "AtHome",
    "ContactRow",
    "Department",
    "DepartmentRow",
    "EnquiryCard",
    "EnquiryCounts",
    "EnquiryList",
    "EnquiryRow",
    "EnquiryToEdit",
    "EnquiryWish",
    "FollowedRow",
    "Laws",
    "asking_departments",
    "at_home",
    "count_enquiries",
    "department",
    "due_enquiries",
    "enquiries_of_person",
    "enquiry_card",
    "enquiry_counts",
    "enquiry_to_edit",
    "enquiry_window",
    "followed",
]
