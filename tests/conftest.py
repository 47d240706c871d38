"""What holds for every test."""

from hypothesis import settings

# No test asserts a time: on a busy machine any example may take long.
settings.register_profile("tadmor", deadline=None)
settings.load_profile("tadmor")
