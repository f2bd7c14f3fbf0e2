"""The use cases of Nahbar: what can be done, what can be asked, and the rules behind both."""
