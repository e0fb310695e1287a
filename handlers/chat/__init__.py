"""What a chat is made of: buttons, screens, texts, and the way to Telegram."""
