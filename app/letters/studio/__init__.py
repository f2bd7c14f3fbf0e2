"""The template studio: templates of letters written, measured, tried and kept by version."""
