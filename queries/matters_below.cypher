// The matters one step narrower than each matter.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (:Matter {id: owner})<-[:BROADER]-(item:Matter)
  WITH item.id AS id, right('000000' + toString(coalesce(item.ordinal, 0)), 6) + '|' + item.id AS key
  WHERE $after IS NULL OR key > $after
  RETURN id, key ORDER BY key LIMIT $limit
}
RETURN owner, id, key
