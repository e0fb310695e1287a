"""What all tests share: one hypothesis profile, and programs that hear Ctrl-C."""

import signal

from hypothesis import HealthCheck, settings

settings.register_profile(
    "project", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")

# Where the tests run in the background Ctrl-C is ignored, and the programs they start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
