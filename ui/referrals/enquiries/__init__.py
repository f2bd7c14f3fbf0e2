"""The screens of enquiries: their list, their card, and the form filled in on the phone."""
