// Edges of these kinds of these bodies that began or ended from the day $start to the day $to, and not with the body: names, where a
// body lies, what covers it, ties; each as seen from the body `id`, with when its two ends began and ended. `text` is what a name says.
UNWIND $bodies AS id
MATCH (body:Body {id: id})-[edge]-(:Body|Name)
WHERE type(edge) IN $kinds
  AND (($start <= edge.since AND edge.since <= $to AND edge.since <> body.since)
    OR ($start <= edge.until AND edge.until <= $to AND edge.until <> body.until))
WITH id, edge, startNode(edge) AS start, endNode(edge) AS end
WHERE coalesce(start.form, 'name') = 'name' OR type(edge) <> 'NAMES'
RETURN id, type(edge) AS kind, edge.id AS edge, start.id AS start, end.id AS end, start.text AS text, edge.since AS since,
       edge.until AS until, edge.sincePrecision AS precision, edge.by AS by,
       [start.since, end.since] AS began, [start.until, end.until] AS ended
ORDER BY id, edge
