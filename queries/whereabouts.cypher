// Where bodies lie: the places that hold them, and what is above these, nearest first, on the day, or on the last (first) day
// they were there. The chain above is walked, and told, once for all that share it: the groups of a village.
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
OPTIONAL MATCH (home)-[lies:PART_OF WHERE VALID(lies, day)]->(first:Place WHERE VALID(first, day))
WITH first, day, collect({body: body.id, id: home.id, name: home.name, kind: home.kind}) AS homes
CALL (first, day) {
  OPTIONAL MATCH path = (first)((:Place)-[part:PART_OF WHERE VALID(part, day)]->(upper:Place WHERE VALID(upper, day))){0,7}(top:Place)
  RETURN [place IN coalesce(nodes(path), []) | {id: place.id, name: place.name, kind: place.kind}] AS above
  ORDER BY size(above) DESC LIMIT 1
}
RETURN homes, above
