"""useapi.net's PixVerse API v1, deprecated by its vendor, as the core's provider: jobs of a Discord bot."""
