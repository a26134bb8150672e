// The duties that each body or post bears by name on the day.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (bearer:Body|Post {id: owner})-[bears:BEARS WHERE VALID(bears)]->(item:Duty WHERE VALID(item))
  WHERE $role IS NULL OR item.role = $role
  WITH item.id AS key
  WHERE $after IS NULL OR key > $after
  RETURN key ORDER BY key LIMIT $limit
}
RETURN owner, key AS id, key
