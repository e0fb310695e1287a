"""useapi.net, a wrapper round PixVerse's web accounts, as the core's provider."""
