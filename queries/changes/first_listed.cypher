// The first day on which a list of divisions speaks of units of each kind in a county.
UNWIND $kinds AS kind
MATCH (place:Place)
USING INDEX SEEK place:Place(kind, id)
WHERE place.kind = kind AND place.id STARTS WITH 'place:' + $county
RETURN kind, min(place.since) AS first
