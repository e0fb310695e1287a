"""The core: what a draft, a job and a credit are. It does no I/O and knows neither Telegram nor PixVerse."""
