"""The HTTP server: health for whoever watches, webhooks for Telegram and the provider."""
