"""The screens of mobile advice: stops and tours, appointments, advice, and the suitcase."""
