"""Requirements of drafts."""
