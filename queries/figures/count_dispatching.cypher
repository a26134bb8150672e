// How many bodies have their people in places of these kinds within one on the day.
// Ids are made of codes, so those of a kind in a county are one range of the index; the edges then decide.
MATCH (place:Body {id: $place})
UNWIND $kinds AS kind
MATCH (item:Place)
USING INDEX SEEK item:Place(kind, id)
WHERE item.kind = kind AND item.id STARTS WITH 'place:' + $area AND VALID(item)
OPTIONAL MATCH (item)-[part:PART_OF WHERE VALID(part)]->(upper:Place WHERE VALID(upper))
WITH place, CASE WHEN item = place THEN place ELSE upper END AS home, collect(item) AS items
WHERE LIES(home, place)
UNWIND items AS item
MATCH (item)<-[sent:DISPATCHES WHERE VALID(sent)]-(body:Body WHERE VALID(body))
RETURN toFloat(count(DISTINCT body)) AS value
