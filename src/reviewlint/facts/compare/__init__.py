"""Holds what a draft claims against what is known: names, companies, lengths, years, ratings, counts."""
