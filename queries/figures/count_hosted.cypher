// How many organisations of these kinds within a place are hosted by one of the kinds `hosts` on the day.
// Ids are made of codes, so those of a kind in a county are one range of the index; the edges then decide.
MATCH (place:Body {id: $place})
UNWIND $kinds AS kind
MATCH (item:Organization WHERE VALID(item))-[at:LOCATED_IN WHERE VALID(at)]->(home:Place WHERE VALID(home))
USING INDEX SEEK at:LOCATED_IN(kind, place)
WHERE at.kind = kind AND at.place STARTS WITH 'place:' + $area
  AND EXISTS { MATCH (item)<-[under:HOSTS WHERE VALID(under)]-(host:Organization WHERE VALID(host) AND host.kind IN $hosts) }
WITH place, home, collect(item) AS items
WHERE LIES(home, place)
UNWIND items AS item
RETURN toFloat(count(DISTINCT item)) AS value
