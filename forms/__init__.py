"""The paper of Nahbar: letters and sheets as PDF."""
