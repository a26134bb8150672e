// A page of the sums of a county, in the order of their ids.
MATCH (tally:Tally)
USING INDEX SEEK tally:Tally(county, id)
WHERE tally.county = $county AND tally.id > $after AND ($asOf IS NULL OR VALID(tally))
WITH tally ORDER BY tally.id LIMIT $limit
RETURN tally {.*, by: null, load: null} AS node
