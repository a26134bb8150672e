// Every body that lay within a place at some time from the day $before to the day $to: whatever was part of it by edges that each
// held at some time between, and what was located there.
MATCH (root:Body {id: $place})
CALL (root) {
  MATCH (root)((:Place)<-[part:PART_OF WHERE part.since <= $to AND $before < part.until]-(:Place)){0,8}(body:Place)
  RETURN body
  UNION
  MATCH (root)((:Place)<-[part:PART_OF WHERE part.since <= $to AND $before < part.until]-(:Place)){0,8}(home:Place)
  MATCH (home)<-[at:LOCATED_IN WHERE at.since <= $to AND $before < at.until]-(body:Organization)
  RETURN body
}
RETURN DISTINCT body.id AS id
