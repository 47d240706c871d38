"""What holds for every test."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from reader import logs

QUICK_EXAMPLES = 100
"""Examples of a property that costs next to nothing; dearer ones say how many times fewer (`tests.properties`)."""

# No test asserts a time: on a busy machine any example may take long. What a change must pass is the same every time;
# new examples are sought where somebody works, and very many of them by `make test-long`.
quick = settings(
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=QUICK_EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", quick)
settings.register_profile("long", quick, derandomize=False, max_examples=20 * QUICK_EXAMPLES)
settings.load_profile("quick")


@pytest.fixture(autouse=True, scope="session")
def _log_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing that a test does is logged among what its person did."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(logs.FILE_VARIABLE, str(tmp_path_factory.mktemp("log") / "tadmor.log"))
        patch.delenv(logs.LEVEL_VARIABLE, raising=False)
        yield
        logs.stop()
