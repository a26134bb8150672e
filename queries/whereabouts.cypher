// Where bodies lie: the places that hold them, and what is above these, nearest first, on the day, or on the last (first) day
// they were there. What is above is walked, and told, once for all that share it: bodies their village, towns their county.
UNWIND $ids AS id
MATCH (body:Body {id: id})
WITH body, CASE WHEN $asOf < body.since THEN body.since
                WHEN $asOf >= body.until THEN body.until - duration({days: 1})
                ELSE $asOf END AS day
CALL (body, day) {
  MATCH (body) WHERE body:Place RETURN body AS home
  UNION
  MATCH (body) WHERE NOT body:Place
  MATCH (body)-[at:LOCATED_IN WHERE VALID(at, day)]->(home WHERE VALID(home, day))
  USING INDEX SEEK at:LOCATED_IN(id)
  WHERE at.id STARTS WITH 'located_in:' + body.id + ':'
  RETURN home
}
WITH home, day, collect(body.id) AS bodies
OPTIONAL MATCH (home)-[lies:PART_OF WHERE VALID(lies, day)]->(first WHERE VALID(first, day))
USING INDEX SEEK lies:PART_OF(id)
WHERE lies.id STARTS WITH 'part_of:' + home.id + ':'
WITH first, day, collect({bodies: bodies, id: home.id, name: home.name, kind: home.kind}) AS homes
OPTIONAL MATCH (first)-[lies:PART_OF WHERE VALID(lies, day)]->(second WHERE VALID(second, day))
USING INDEX SEEK lies:PART_OF(id)
WHERE lies.id STARTS WITH 'part_of:' + first.id + ':'
WITH second, day, collect({id: first.id, name: first.name, kind: first.kind, homes: homes}) AS below
CALL (second, day) {
  OPTIONAL MATCH path = (second)(()-[part:PART_OF WHERE VALID(part, day)]->(upper WHERE VALID(upper, day))){0,6}()
  WITH path ORDER BY length(path) DESC LIMIT 1
  RETURN [place IN coalesce(nodes(path), []) | {id: place.id, name: place.name, kind: place.kind}] AS above
}
RETURN below, above
