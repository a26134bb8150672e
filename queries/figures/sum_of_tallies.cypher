// The sum of what the rosters of towns within a place were counted to on the day. Below five in a single town it is not told,
// lest it points at a person; null too where nothing was counted.
MATCH (place:Body {id: $place})
MATCH (tally:Tally)
USING INDEX SEEK tally:Tally(county, id)
WHERE tally.county STARTS WITH $area AND tally.id STARTS WITH 'tally:' AND tally.post = $post AND tally.attribute = $attribute AND VALID(tally)
MATCH (body:Body {id: tally.place})
WHERE LIES(body, place)
WITH sum(tally.count) AS total, count(DISTINCT body) AS towns
RETURN CASE WHEN towns > 1 OR total >= 5 THEN toFloat(total) END AS value
