// The sum of an attribute over organisations of these kinds within a place on the day; null where none states it.
// Ids are made of codes, so those of a kind in a county are one range of the index; the edges then decide.
MATCH (place:Body {id: $place})
UNWIND $kinds AS kind
MATCH (item:Organization WHERE VALID(item))-[at:LOCATED_IN WHERE VALID(at)]->(home:Place WHERE VALID(home))
USING INDEX SEEK at:LOCATED_IN(kind, place)
WHERE at.kind = kind AND at.place STARTS WITH 'place:' + $area
WITH place, home, collect(item) AS items
WHERE LIES(home, place)
UNWIND items AS item
WITH DISTINCT item WHERE item[$attribute] IS NOT NULL
RETURN CASE WHEN count(item) > 0 THEN toFloat(sum(item[$attribute])) END AS value
