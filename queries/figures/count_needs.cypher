// How many needs bodies within a place have listed on the day.
MATCH (place:Body {id: $place})
MATCH (need:Need)
USING INDEX SEEK need:Need(county, id)
WHERE need.county STARTS WITH $area AND need.id STARTS WITH 'need:' AND VALID(need)
MATCH (need)<-[raised:RAISES WHERE VALID(raised)]-(body:Body WHERE VALID(body))
OPTIONAL MATCH (body)-[at:LOCATED_IN|PART_OF WHERE VALID(at)]->(above:Place WHERE VALID(above))
WITH place, CASE WHEN body = place THEN place ELSE above END AS home, collect(need) AS needs
WHERE LIES(home, place)
UNWIND needs AS need
RETURN toFloat(count(DISTINCT need)) AS value
