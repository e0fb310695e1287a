"""People's pictures on their way from Telegram to the provider."""
