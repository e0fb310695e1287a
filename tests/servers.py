"""Where a provider's server is, as its settings would say."""

LOOPBACK = "http://127.0.0.1:9"
PUBLIC = "https://api.example.com"
