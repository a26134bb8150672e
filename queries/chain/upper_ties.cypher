// Who leads or guides each body on the day, what leads it first, the primary side of dual leadership before the other.
// Joint bodies ($joint) lead nobody.
UNWIND $owners AS owner
MATCH (:Body {id: owner})<-[tie:LEADS|GUIDES WHERE VALID(tie)]-(upper:Body WHERE VALID(upper))
WHERE NOT upper.kind IN $joint
WITH owner, upper, tie, type(tie) = 'LEADS' AS leads
RETURN owner, upper.id AS other, tie.id AS tie, leads, tie.axis AS axis, leads AND coalesce(tie.primary, true) AS primary
ORDER BY leads DESC, primary DESC, owner, other
LIMIT 2000
