// At how many places within one organisations of these kinds are located on the day, as in count_organizations.
// Ids are made of codes, so those of a kind in a county are one range of the index; the edges then decide.
MATCH (place:Body {id: $place})
UNWIND $kinds AS kind
MATCH (item:Organization WHERE VALID(item))-[at:LOCATED_IN WHERE VALID(at)]->(home:Place WHERE VALID(home))
USING INDEX SEEK at:LOCATED_IN(kind, place)
WHERE at.kind = kind AND at.place STARTS WITH 'place:' + $area
  AND ($levels IS NULL OR home.kind IN $levels)
  AND ($attribute IS NULL OR coalesce(item[$attribute], false) <> false)
WITH DISTINCT place, home
WHERE LIES(home, place)
RETURN toFloat(count(home)) AS value
