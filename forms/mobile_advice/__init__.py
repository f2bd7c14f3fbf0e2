"""Papers of mobile advice."""
