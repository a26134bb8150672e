// Ties between two bodies, found from their ends (a tie's id holds both). What a document states too is not inferred.
UNWIND $wanted AS want
MATCH (start:Body {id: want.start})-[tie WHERE tie.id = want.id]->(end:Body {id: want.end})
WITH start, tie, end, INFERRED(tie) AS inferred
RETURN tie.id AS id, type(tie) AS kind, start.id AS start, end.id AS end, tie.axis AS axis, tie.primary AS primary,
       tie.role AS role, tie.mechanism AS mechanism, tie.contribution AS contribution, tie.since AS since, tie.until AS until,
       inferred, CASE WHEN inferred THEN tie.rule END AS rule, tie.by AS by
