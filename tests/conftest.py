"""What holds for every test."""

import os

from hypothesis import settings

# No test asserts a time: on a busy machine any example may take long. What a change must pass is the same every time;
# new examples are sought where somebody works.
settings.register_profile("tadmor", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("tadmor")
