"""Requirements of keeping drafts on screens."""
