"""What people send, on its way from Telegram to the provider."""
