// What bodies, holders and posts are joined to on the day, along $axes where these are given: bodies by ties; by the $territory (of
// places of other kinds than $near only where they are among $ends); and by people who hold posts in them, where $people says so.
// Who holds no second post leads nowhere, and is told only among $ends. A post is told its body and who holds it.
UNWIND $bodies AS owner
MATCH (body:Body {id: owner})
CALL (body) {
  MATCH (body)-[edge:TRAVERSABLE WHERE VALID(edge)]-(other:Body WHERE VALID(other))
  WHERE $axes IS NULL OR edge.axis IN $axes
  RETURN edge, other, null AS post, null AS seat
  UNION ALL
  MATCH (body)-[edge:PART_OF|LOCATED_IN|COVERS WHERE VALID(edge)]-(other:Body WHERE VALID(other))
  WHERE $territory AND (endNode(edge).kind IN $near OR endNode(edge).id IN $ends)
  RETURN edge, other, null AS post, null AS seat
  UNION ALL
  MATCH (body)<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post))<-[edge:HOLDS WHERE VALID(edge)]-(other:Person WHERE VALID(other))
  WHERE other.id IN $ends OR ($people AND COUNT { (other)--() } > 1)
  RETURN edge, other, post.id AS post, seat.id AS seat
}
RETURN owner, other.id AS other, type(edge) AS kind, edge.id AS edge, edge.axis AS axis, startNode(edge) = body AS forward, post, seat
LIMIT $limit
UNION ALL
UNWIND $holders AS owner
MATCH (person:Person {id: owner})-[edge:HOLDS WHERE VALID(edge)]->(post:Post WHERE VALID(post))-[seat:IN WHERE VALID(seat)]->(other:Body WHERE VALID(other))
RETURN owner, other.id AS other, type(edge) AS kind, edge.id AS edge, null AS axis, true AS forward, post.id AS post, seat.id AS seat
LIMIT $limit
UNION ALL
UNWIND $posts AS owner
MATCH (post:Post {id: owner})
CALL (post) {
  MATCH (post)-[edge:IN WHERE VALID(edge)]->(other:Body WHERE VALID(other))
  RETURN edge, other, true AS forward
  UNION ALL
  MATCH (post)<-[edge:HOLDS WHERE VALID(edge)]-(other:Person WHERE VALID(other))
  WHERE $people OR other.id IN $ends
  RETURN edge, other, false AS forward
}
RETURN owner, other.id AS other, type(edge) AS kind, edge.id AS edge, null AS axis, forward, null AS post, null AS seat
LIMIT $limit
