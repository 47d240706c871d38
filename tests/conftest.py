"""What holds for every test."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from reader import logs

# No test asserts a time: on a busy machine any example may take long. What a change must pass is the same every time;
# new examples are sought where somebody works.
settings.register_profile("tadmor", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("tadmor")


@pytest.fixture(autouse=True, scope="session")
def _log_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing that a test does is logged among what its person did."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(logs.FILE_VARIABLE, str(tmp_path_factory.mktemp("log") / "tadmor.log"))
        patch.delenv(logs.LEVEL_VARIABLE, raising=False)
        yield
        logs.stop()
