// How many edges these bodies, holders and posts have on the day: of paths that are as short, those through the least busy come first.
UNWIND $ids AS id
CALL (id) {
  MATCH (node:Body {id: id}) RETURN node
  UNION ALL
  MATCH (node:Person {id: id}) RETURN node
  UNION ALL
  MATCH (node:Post {id: id}) RETURN node
}
RETURN id, COUNT { (node)-[edge WHERE VALID(edge)]-() } AS weight
