"""The register as a whole: what left, whichever part of the program let it leave."""
