// How many organisations of these kinds are located within a place on the day: at places of these levels, and with an
// attribute that is true (or stated, where it is no yes or no), if that is asked.
// Ids are made of codes, so those of a kind in a county are one range of the index; the edges then decide.
MATCH (place:Body {id: $place})
UNWIND $kinds AS kind
MATCH (item:Organization WHERE VALID(item))-[at:LOCATED_IN WHERE VALID(at)]->(home:Place WHERE VALID(home))
USING INDEX SEEK at:LOCATED_IN(kind, place)
WHERE at.kind = kind AND at.place STARTS WITH 'place:' + $area
  AND ($levels IS NULL OR home.kind IN $levels)
  AND ($attribute IS NULL OR coalesce(item[$attribute], false) <> false)
WITH place, home, collect(item) AS items
WHERE LIES(home, place)
UNWIND items AS item
RETURN toFloat(count(DISTINCT item)) AS value
