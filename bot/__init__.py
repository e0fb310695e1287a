"""Start here: the process. It reads the settings, puts the parts together and runs them."""
