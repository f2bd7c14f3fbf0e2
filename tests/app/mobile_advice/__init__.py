"""Tests of mobile advice: rules, actions and queries."""
