// A place with its own dates, and since when its county is known.
MATCH (place:Body {id: $place})
OPTIONAL MATCH (county:Body {id: 'place:' + place.county})
RETURN place.id AS id, place.name AS name, place.kind AS kind, place.since AS since, place.until AS until,
       place.sincePrecision AS sincePrecision, place.by AS by, county.since AS countySince
