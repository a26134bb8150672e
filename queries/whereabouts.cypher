// Where bodies lie: their places, nearest first, on the day, or on the last (first) day they were there.
UNWIND $ids AS id
MATCH (body:Body {id: id})
WITH body, CASE WHEN $asOf < body.since THEN body.since
                WHEN $asOf >= body.until THEN body.until - duration({days: 1})
                ELSE $asOf END AS day
CALL (body, day) {
  MATCH (body) WHERE body:Place RETURN body AS home
  UNION
  MATCH (body)-[at:LOCATED_IN WHERE VALID(at, day)]->(home:Place WHERE VALID(home, day)) RETURN home
}
MATCH path = (home)((:Place)-[part:PART_OF WHERE VALID(part, day)]->(upper:Place WHERE VALID(upper, day))){0,8}(top:Place)
WITH body, path ORDER BY length(path) DESC
WITH body, collect(nodes(path))[0] AS places
RETURN body.id AS id,
       [place IN places | {id: place.id, name: place.name, kind: place.kind}] AS places
