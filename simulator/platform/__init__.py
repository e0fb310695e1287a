"""The official PixVerse Platform API, simulated: openapi/v2 with its envelope, its codes and its limits."""
