// How many tenures of posts of these kinds there are within a place on the day.
MATCH (place:Body {id: $place})
UNWIND $posts AS kind
MATCH (post:Post)
USING INDEX SEEK post:Post(kind, county, id)
WHERE post.kind = kind AND post.county STARTS WITH $area AND post.id STARTS WITH 'post:' AND VALID(post)
MATCH (person:Person WHERE VALID(person))-[held:HOLDS WHERE VALID(held)]->(post)-[seat:IN WHERE VALID(seat)]->(body:Body WHERE VALID(body))
OPTIONAL MATCH (body)-[at:LOCATED_IN|PART_OF WHERE VALID(at)]->(above:Place WHERE VALID(above))
WITH place, CASE WHEN body = place THEN place ELSE above END AS home, collect(held) AS tenures
WHERE LIES(home, place)
UNWIND tenures AS held
RETURN toFloat(count(DISTINCT held)) AS value
