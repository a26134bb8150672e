// A page of the duties of a county, in the order of their ids.
MATCH (duty:Duty)
USING INDEX SEEK duty:Duty(county, id)
WHERE duty.county = $county AND duty.id > $after AND ($asOf IS NULL OR VALID(duty))
WITH duty ORDER BY duty.id LIMIT $limit
RETURN duty {.*, by: null, load: null} AS node
