"""useapi.net as the core's provider: one folder for everything that differs between providers."""
