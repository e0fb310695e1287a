"""What those who run the bot do in the chat: the panel page by page, and each of its actions as a command."""
