"""What those who run the bot look at and decide: lists, numbers, settings, letters, and the log of their deeds."""
