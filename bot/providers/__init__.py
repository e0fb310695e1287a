"""Who can make the videos: one folder for each provider, with everything that differs between them."""
