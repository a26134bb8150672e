// Of each village on the day: the organisations of the kinds $serving that are located in it, serve it, fund it or cover it, and
// its committees, with whether a social worker is posted in each.
UNWIND $villages AS village
MATCH (v:Body {id: village})
CALL (v, village) {
  UNWIND $serving + $committees AS kind
  MATCH (body:Organization WHERE VALID(body))-[at:LOCATED_IN {place: village, kind: kind} WHERE VALID(at)]->(v)
  RETURN body
  UNION
  MATCH (v)<-[tie:SERVES|FUNDS|COVERS WHERE VALID(tie)]-(body:Organization WHERE VALID(body))
  WHERE body.kind IN $serving
  RETURN body
}
RETURN village, body.id AS body, body.kind AS kind, body.kind IN $committees AND EXISTS {
    MATCH (body)<-[seat:IN WHERE VALID(seat)]-(post:Post {kind: $worker} WHERE VALID(post))
          <-[held:HOLDS WHERE VALID(held)]-(:Person)
  } AS works
ORDER BY village, body
