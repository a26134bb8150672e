// Every place and organisation of a county, of all days.
MATCH (body:Place)
USING INDEX SEEK body:Place(county, id)
WHERE body.county = $county AND body.id STARTS WITH 'place:'
RETURN body.id AS id, body.kind AS kind
UNION ALL
MATCH (body:Organization)
USING INDEX SEEK body:Organization(county, id)
WHERE body.county = $county AND body.id STARTS WITH 'org:'
RETURN body.id AS id, body.kind AS kind
