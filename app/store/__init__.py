"""Values into one SQLite file and back, and the exchange file that travels between machines."""
