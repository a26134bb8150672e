// Towns and villages of a county that lists show to be no more by the day, and of which nothing says what they became.
UNWIND $kinds AS kind
MATCH (place:Place)
USING INDEX SEEK place:Place(kind, id)
WHERE place.kind = kind AND place.id STARTS WITH 'place:' + $county AND place.until <= $asOf
  AND NOT EXISTS { MATCH (place)-[became:SUCCEEDED_BY WHERE VALID(became)]->(:Place) }
RETURN place {.id, .name} AS subject,
       {} AS bodies,
       {code: place.code, until: toString(place.until)} AS values,
       place.by AS by
ORDER BY place.until DESC, place.id
