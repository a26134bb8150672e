// The places that each grid or organisation covers on the day.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (:Body {id: owner})-[cover:COVERS WHERE VALID(cover)]->(item:Place WHERE VALID(item))
  WITH item.id AS key
  WHERE $after IS NULL OR key > $after
  RETURN key ORDER BY key LIMIT $limit
}
RETURN owner, key AS id, key
