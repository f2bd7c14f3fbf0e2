"""The papers of the visiting service."""
