"""The screens of matching: wishes, candidates, matches."""
