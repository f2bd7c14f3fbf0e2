"""The papers that belong to the office itself."""
