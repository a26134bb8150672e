// Places of these kinds below (or covered by) this one on the day: where to ask more closely.
// Ids are made of codes, so those of a kind below a place are one range of the index; the edges then decide.
MATCH (place:Body {id: $place})
CALL (place) {
  UNWIND $kinds AS kind
  CALL (place, kind) {
    MATCH (below:Place)
    USING INDEX SEEK below:Place(kind, id)
    WHERE below.kind = kind AND below.id STARTS WITH $place AND VALID(below) AND below <> place AND LIES(below, place)
    RETURN below ORDER BY below.kind, below.id LIMIT 200
  }
  RETURN below
  UNION
  MATCH (place)-[cover:COVERS WHERE VALID(cover)]->(below:Place WHERE VALID(below) AND below.kind IN $kinds)
  RETURN below
}
RETURN DISTINCT below.id AS id
ORDER BY id
LIMIT 200
