// Runs that brought facts, in one state where that is asked, the newest first.
UNWIND $owners AS owner
CALL () {
  MATCH (item:Load)
  WHERE $state IS NULL OR item.state = $state
  WITH item.id AS id, toString(item.startedAt) + '|' + item.id AS key
  WHERE $after IS NULL OR key < $after
  RETURN id, key ORDER BY key DESC LIMIT $limit
}
RETURN owner, id, key
