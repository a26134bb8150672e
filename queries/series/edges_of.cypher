// Edges of these types at bodies or duties that hold on the day, if none but these sheets attests them.
UNWIND $nodes AS id
CALL (id) {
  MATCH (node:Body {id: id}) RETURN node
  UNION ALL
  MATCH (node:Duty {id: id}) RETURN node
}
MATCH (node)-[edge WHERE VALID(edge)]-()
WHERE type(edge) IN $types
  AND all(one IN edge.by WHERE left(one, size(one) - size(last(split(one, '!')))) IN $sheets)
WITH DISTINCT edge
RETURN type(edge) AS type, edge.id AS id, startNode(edge).id AS start, endNode(edge).id AS end,
       edge.attestedOn AS attestedOn, last(edge.by) AS by, '' AS name
ORDER BY id
