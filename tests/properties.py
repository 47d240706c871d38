"""How often a property is tried: by what its examples cost, and by the profile of `make test` or `make test-long`."""

from hypothesis import HealthCheck, settings

FEWEST = 5
"""Examples of even the dearest property: fewer would hardly be one."""


def costly(times: int, *unchecked: HealthCheck) -> settings:
    """Settings of a property whose examples cost so many times as much as one that costs next to nothing.

    `unchecked` are checks of hypothesis that do not hold for it, such as a fixture shared by all examples on purpose.
    """
    chosen = settings()
    return settings(
        max_examples=max(FEWEST, chosen.max_examples // times),
        suppress_health_check=[*chosen.suppress_health_check, *unchecked],
    )
