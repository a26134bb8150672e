// Every place and organisation within a place on the day, itself too; and those whose ids say that they belong there (ranges of
// ids) and that are no more, or lie nowhere, on the day.
MATCH (root:Body {id: $place})
CALL (root) {
  MATCH (root)((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower))){0,8}(body:Place)
  RETURN body
  UNION
  MATCH (root)((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower))){0,8}(home:Place)
  MATCH (home)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body))
  RETURN body
  UNION
  UNWIND $ranges AS range
  MATCH (body:Body)
  WHERE range[0] <= body.id AND body.id <= range[1] AND NOT (VALID(body) AND EXISTS {
    MATCH (body)-[lies:PART_OF|LOCATED_IN WHERE VALID(lies)]->(upper:Place WHERE VALID(upper))
  })
  RETURN body
}
RETURN DISTINCT body.id AS id, body.kind AS kind
