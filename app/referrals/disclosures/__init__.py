"""The register of everything that left the office: to whom, when, why, on what basis."""
