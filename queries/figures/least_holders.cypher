// The least number of people in any organisation of these kinds within a place on the day; null where there is none.
// Ids are made of codes, so those of a kind in a county are one range of the index; the edges then decide.
MATCH (place:Body {id: $place})
UNWIND $kinds AS kind
MATCH (item:Organization WHERE VALID(item))-[at:LOCATED_IN WHERE VALID(at)]->(home:Place WHERE VALID(home))
USING INDEX SEEK at:LOCATED_IN(kind, place)
WHERE at.kind = kind AND at.place STARTS WITH 'place:' + $area
WITH place, home, collect(item) AS items
WHERE LIES(home, place)
UNWIND items AS item
WITH DISTINCT item
WITH COUNT {
  MATCH (item)<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post))
        <-[held:HOLDS WHERE VALID(held)]-(person:Person WHERE VALID(person))
  RETURN DISTINCT person
} AS people
RETURN toFloat(min(people)) AS value
