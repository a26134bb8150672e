// The ties of each body on the day: UP from it to what leads or holds it, DOWN from it, or both. The other end must be
// there too, but for one that became this one: its time is over by nature.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (body:Body {id: owner})-[tie WHERE VALID(tie)]-(other:Body)
  WHERE (VALID(other) OR type(tie) = 'SUCCEEDED_BY') AND type(tie) IN $types AND ($axis IS NULL OR tie.axis = $axis)
    AND ($direction IS NULL OR ($direction = 'DOWN') = (startNode(tie) = body))
  WITH DISTINCT tie.id AS key
  WHERE $after IS NULL OR key > $after
  RETURN key ORDER BY key LIMIT $limit
}
RETURN owner, key AS id, key
