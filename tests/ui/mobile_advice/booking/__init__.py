"""Appointments of mobile advice."""
