"""Training of the scorer of credits and casts."""
