"""GraphQL and the organisers' page over the questions."""
