"""Requirements of the screens of mobile advice."""
