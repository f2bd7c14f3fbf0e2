"""All tables of the program, so that one import knows the whole schema."""

from db import admin, areas, clients, drafts, letters, visiting
from db.base import Base

__all__ = ["SCHEMA_HEAD", "admin", "areas", "clients", "drafts", "letters", "metadata", "visiting"]

metadata = Base.metadata

SCHEMA_HEAD = "0001"
"""The newest migration; a test holds it against the migrations folder."""
