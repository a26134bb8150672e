// Whom a town may call on the day: ties of the town itself, and of what is located in it.
MATCH (town:Body {id: $town})
CALL (town) {
  RETURN town AS body
  UNION
  MATCH (town)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body))
  RETURN body
}
MATCH (body)-[tie:WHISTLES_TO WHERE VALID(tie)]->(other:Body WHERE VALID(other))
RETURN body.id AS source, other.id AS target, tie.basis AS basis, tie.by AS by
ORDER BY target, source
LIMIT 200
