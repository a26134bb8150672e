// Places of these that lists show to be no more by the day, and of which nothing says what they became.
UNWIND $bodies AS id
MATCH (place:Body {id: id})
WHERE place.until <= $asOf
  AND NOT EXISTS { MATCH (place)-[became:SUCCEEDED_BY WHERE VALID(became)]->(:Place) }
RETURN place {.id, .name} AS subject,
       {} AS bodies,
       {code: place.code, until: toString(place.until)} AS values,
       place.by AS by
ORDER BY place.until DESC, place.id
