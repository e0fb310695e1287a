"""The world outside the bot: a simulated Telegram and simulated PixVerse APIs, for the demo and the tests."""
