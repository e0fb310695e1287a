"""The old useapi.net v1, simulated: PixVerse by way of a Discord channel. The vendor has retired it."""
