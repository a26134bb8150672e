// Whom each body leads or guides on the day, what it leads first. Joint bodies ($joint) lead nobody.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (upper:Body {id: owner})-[tie:LEADS|GUIDES WHERE VALID(tie)]->(lower:Body WHERE VALID(lower))
  WHERE NOT upper.kind IN $joint AND ($axis IS NULL OR tie.axis = $axis)
  RETURN lower, tie, type(tie) = 'LEADS' AS leads
  ORDER BY leads DESC, lower.id
  LIMIT $limit
}
RETURN owner, lower.id AS other, tie.id AS tie, leads, tie.axis AS axis, leads AND coalesce(tie.primary, true) AS primary
