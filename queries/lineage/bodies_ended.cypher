// When places came to their end, and what attests them.
UNWIND $places AS id
MATCH (place:Body {id: id})
RETURN place.id AS id, place.until AS until, place.by AS by
