// Where bodies lie, who leads them and which grids cover them, as far as that has no end: for the loaders.
UNWIND $bodies AS body
MATCH (b:Body {id: body})
CALL (b) {
  MATCH (b)-[edge:LOCATED_IN {until: date('9999-12-31')}]->(other:Place)
  RETURN edge, b.id AS start, other.id AS end
  UNION
  MATCH (b)<-[edge:LEADS|COVERS {until: date('9999-12-31')}]-(other:Body)
  RETURN edge, other.id AS start, b.id AS end
}
RETURN body, type(edge) AS type, start, end, edge.since AS since, edge.attestedOn AS attestedOn,
       coalesce(edge.primary, false) AS primary
ORDER BY body, type, start, end
