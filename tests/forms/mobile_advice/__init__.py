"""Requirements of the papers of mobile advice."""
