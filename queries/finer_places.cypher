// Places of these kinds below (or covered by) this one on the day: where to ask more closely.
MATCH (place:Body {id: $place})
CALL (place) {
  MATCH (place)((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower))){1,6}(below:Place)
  RETURN below
  UNION
  MATCH (place)-[cover:COVERS WHERE VALID(cover)]->(below:Place WHERE VALID(below))
  RETURN below
}
WITH below WHERE below.kind IN $kinds
RETURN DISTINCT below.id AS id
ORDER BY id
LIMIT 200
