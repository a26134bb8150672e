"""From the graph to the tables of the contract: what `wushe export --format tables` writes and `wushe load` reads back whole."""
