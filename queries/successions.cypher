// The successors of a place that is no more, and the predecessors of one that is not yet, as they are on the day.
MATCH (place:Body {id: $place})
CALL (place) {
  MATCH (place)-[:SUCCEEDED_BY]->{1,4}(other:Place WHERE VALID(other)) RETURN other
  UNION
  MATCH (place)<-[:SUCCEEDED_BY]-{1,4}(other:Place WHERE VALID(other)) RETURN other
}
RETURN DISTINCT other.id AS id
ORDER BY id
LIMIT 200
