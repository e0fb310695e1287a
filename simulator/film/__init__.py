"""How pictures, films and sounds are made and looked at: what all the simulated PixVerse APIs show."""
