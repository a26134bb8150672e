// The duties for each matter on the day, in one place at any depth where that is asked.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (:Matter {id: owner})<-[about:FOR WHERE VALID(about)]-(item:Duty WHERE VALID(item))
  OPTIONAL MATCH (within:Body {id: item.within})
  OPTIONAL MATCH (place:Body {id: $place})
  WITH item, within, place
  WHERE $place IS NULL OR LIES(within, place)
  WITH item.id AS key
  WHERE $after IS NULL OR key > $after
  RETURN key ORDER BY key LIMIT $limit
}
RETURN owner, key AS id, key
