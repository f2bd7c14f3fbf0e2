"""Makers of test data: one module per feature, each acting on an open office."""
