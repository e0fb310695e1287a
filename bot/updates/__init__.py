"""Telegram's updates on their way in: by polling or webhook, kept first, handled once."""
