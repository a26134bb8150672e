// A page of the published figures of a county, in the order of their ids.
MATCH (figure:Figure)
USING INDEX SEEK figure:Figure(county, id)
WHERE figure.county = $county AND figure.id > $after AND ($asOf IS NULL OR VALID(figure))
WITH figure ORDER BY figure.id LIMIT $limit
RETURN figure {.*, by: null, load: null} AS node
