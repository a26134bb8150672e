// Of each village on the day: itself; the organisations of the kinds $serving that are located in it, serve it, fund it or cover it;
// its committees; and whatever is located in it with a social worker. Each with whether a social worker is posted in it, and
// the town that the village lies in.
UNWIND $villages AS village
MATCH (v:Body {id: village})
CALL (v, village) {
  RETURN v AS body
  UNION
  UNWIND $serving + $committees AS kind
  MATCH (body:Organization WHERE VALID(body))-[at:LOCATED_IN {place: village, kind: kind} WHERE VALID(at)]->(v)
  RETURN body
  UNION
  MATCH (v)<-[tie:SERVES|FUNDS|COVERS WHERE VALID(tie)]-(body:Organization WHERE VALID(body))
  WHERE body.kind IN $serving
  RETURN body
  UNION
  MATCH (v)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body))
  MATCH (post:Post {id: 'post:' + body.id + ':' + $worker})
  RETURN body
}
RETURN village, body.id AS body, body.kind AS kind, EXISTS {
    MATCH (post:Post {id: 'post:' + body.id + ':' + $worker} WHERE VALID(post))-[seat:IN WHERE VALID(seat)]->(body)
    MATCH (post)<-[held:HOLDS WHERE VALID(held)]-(holder:Person WHERE VALID(holder))
  } AS works,
  head(
    COLLECT { MATCH (v)-[part:PART_OF WHERE VALID(part)]->(town:Place WHERE VALID(town)) RETURN town.id }
  ) AS town
ORDER BY village, body
