// Every name that divisions and estates of these counties ever bore: what may stand before a name, from above.
MATCH (place:Place)
WHERE place.county IN $counties AND place.kind IN $kinds
MATCH (place)<-[:NAMES]-(name:Name)
RETURN DISTINCT place.kind AS kind, name.text AS text, name.full AS full
