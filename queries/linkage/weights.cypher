// How many edges of any kind and time these bodies, holders and posts have: what it costs to go on from them, at most. Only those
// that are there on the day are told.
UNWIND $ids AS id
CALL (id) {
  MATCH (node:Body {id: id}) WHERE VALID(node) RETURN node
  UNION ALL
  MATCH (node:Person {id: id}) WHERE VALID(node) RETURN node
  UNION ALL
  MATCH (node:Post {id: id}) WHERE VALID(node) RETURN node
}
RETURN id, COUNT { (node)--() } AS weight
