// The posts in each body on the day, of these kinds, vacant or held where that is asked.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (:Body {id: owner})<-[seat:IN WHERE VALID(seat)]-(item:Post WHERE VALID(item))
  WHERE $kinds IS NULL OR item.kind IN $kinds
  WITH item.id AS key,
       NOT EXISTS { MATCH (person:Person WHERE VALID(person))-[held:HOLDS WHERE VALID(held)]->(item) } AS empty
  WHERE ($vacant IS NULL OR empty = $vacant) AND ($after IS NULL OR key > $after)
  RETURN key ORDER BY key LIMIT $limit
}
RETURN owner, key AS id, key
