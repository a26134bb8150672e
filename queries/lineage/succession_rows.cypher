// The successions into and out of places, of any time, with how many came together in, or out of, each. What a document states
// too is not inferred.
UNWIND $places AS id
MATCH (:Body {id: id})-[tie:SUCCEEDED_BY]-(:Place)
WITH DISTINCT tie, startNode(tie) AS start, endNode(tie) AS end
WITH tie, start, end, INFERRED(tie) AS inferred
RETURN tie.id AS id, start.id AS start, start.name AS before, end.id AS end, end.name AS after, tie.since AS began, inferred,
       CASE WHEN inferred THEN tie.rule END AS rule, tie.by AS by,
       COUNT { (start)-[:SUCCEEDED_BY]->(:Place) } AS parts, COUNT { (end)<-[:SUCCEEDED_BY]-(:Place) } AS sources
ORDER BY began, start.id, end.id
LIMIT 2000
