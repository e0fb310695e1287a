"""What can be done from the shell: `python -m bot users`, `accounts`, `jobs`, `stats`, `backup`, `restore`."""
