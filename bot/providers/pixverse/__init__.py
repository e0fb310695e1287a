"""PixVerse's own Platform API as the core's provider: an API key or several, and no list of what runs."""
