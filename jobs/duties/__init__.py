"""What the worker does without being asked: one module a duty, and the shift that they share."""
