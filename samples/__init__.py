"""Sample rosters, and the generator that wrote them."""
