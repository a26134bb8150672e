"""Files too large for one transaction: kept in a journal, and written from there unit by unit, whatever happens."""
