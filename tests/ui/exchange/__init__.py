"""Tests of the screens of import and export."""
