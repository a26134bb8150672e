// Who leads or guides each body on the day, what leads it first, the primary side of dual leadership before the other.
// Joint bodies ($joint) lead nobody.
UNWIND $owners AS owner
MATCH (:Body {id: owner})<-[tie:LEADS|GUIDES WHERE VALID(tie)]-(upper:Body WHERE VALID(upper))
WHERE NOT upper.kind IN $joint AND ($axis IS NULL OR tie.axis = $axis)
WITH owner, upper, tie, type(tie) = 'LEADS' AS leads
RETURN owner, upper.id AS other, tie.id AS tie, leads, tie.axis AS axis, leads AND coalesce(tie.primary, true) AS primary
ORDER BY owner, leads DESC, primary DESC, other
LIMIT 2000
