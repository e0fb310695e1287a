"""A strict Telegram Bot API server with simulated people, chats and files behind it."""
