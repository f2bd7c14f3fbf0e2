"""Appointments of mobile advice: slots at halts, walk-ins, visits on the way, who waits."""
