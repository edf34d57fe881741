"""Rules of typography."""
