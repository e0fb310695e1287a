"""What can be done from the shell: `python -m bot backup`, `python -m bot restore FILE`."""
