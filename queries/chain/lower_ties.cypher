// Whom each body leads or guides on the day, what it leads first of all before the other side of dual leadership. Joint bodies
// ($joint) lead nobody.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (upper:Body {id: owner})-[tie:LEADS|GUIDES WHERE VALID(tie)]->(lower:Body WHERE VALID(lower))
  WHERE NOT upper.kind IN $joint AND ($axis IS NULL OR tie.axis = $axis)
  WITH lower, tie, type(tie) = 'LEADS' AS leads
  WITH lower, tie, leads, leads AND coalesce(tie.primary, true) AS primary
  RETURN lower.id AS other, tie, leads, primary
  ORDER BY leads DESC, primary DESC, other
  LIMIT $limit
}
RETURN owner, other, tie.id AS tie, leads, tie.axis AS axis, primary
ORDER BY leads DESC, primary DESC, owner, other
