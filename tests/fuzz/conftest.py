"""How much is tried: little and always the same by default, much with --hypothesis-profile=long."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("few", max_examples=25, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("long", max_examples=400, deadline=None, database=None, suppress_health_check=_SLOW)
