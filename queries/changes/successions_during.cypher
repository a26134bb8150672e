// What places became from the day $start to the day $to, where one of these is what it was or what it became: all that each became
// on that day, with how many came together in, or out of, each, and when what was ended and what became began.
UNWIND $bodies AS id
MATCH (:Body {id: id})-[one:SUCCEEDED_BY WHERE $start <= one.since AND one.since <= $to]-(:Place)
WITH DISTINCT startNode(one) AS start, one.since AS day
MATCH (start)-[tie:SUCCEEDED_BY WHERE tie.since = day]->(end:Place)
WITH start, end, tie, INFERRED(tie) AS inferred
RETURN tie.id AS id, start.id AS start, start.name AS before, end.id AS end, end.name AS after, tie.since AS began, inferred,
       CASE WHEN inferred THEN tie.rule END AS rule, tie.by AS by,
       COUNT { (start)-[:SUCCEEDED_BY]->(:Place) } AS parts, COUNT { (end)<-[:SUCCEEDED_BY]-(:Place) } AS sources,
       start.until AS startUntil, end.since AS endSince
ORDER BY began, start, end
