"""From spreadsheets and lists to facts: read, map, check; the graph package writes."""
