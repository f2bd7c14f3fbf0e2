"""The screens of intake: requests, first talks, decisions, the waiting list, figures."""
