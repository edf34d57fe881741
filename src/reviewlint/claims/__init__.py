"""What a draft asserts of the work under review: claims, each with its relation, value and place.

Names are read by `credits` and `cast`, lengths, years, ratings and counts by `figures`. `scope` decides what speaks
of another work, or asserts nothing, and is left out.
"""

from reviewlint.claims.claim import CastClaim, NameClaim, ValueClaim

__all__ = ["CastClaim", "NameClaim", "ValueClaim"]
