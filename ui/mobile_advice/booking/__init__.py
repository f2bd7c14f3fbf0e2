"""Appointments of mobile advice: days of halts, booking, the queue, who is reminded or waits."""
