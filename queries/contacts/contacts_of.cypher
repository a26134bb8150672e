// The same as contacts_within of these posts alone, within the owner (anywhere, where it is no place); with `lines`, of those that
// are reached by one of these numbers: the holder's own in this post, the post's, else the body's.
UNWIND $owners AS owner
OPTIONAL MATCH (root:Body {id: owner})
CALL (root) {
  UNWIND $posts AS id
  MATCH (post:Post {id: id} WHERE VALID(post))-[seat:IN WHERE VALID(seat)]->(body:Body WHERE VALID(body))
  WHERE ($kinds IS NULL OR post.kind IN $kinds)
    AND (root IS NULL OR body = root OR ($deep AND LIES(body, root))
      OR ($deep = false AND EXISTS { MATCH (body)-[at:LOCATED_IN WHERE VALID(at)]->(root WHERE VALID(root)) }))
  WITH body, post
  WHERE post.id >= coalesce(split($after, ' ')[0], '')
  WITH body, post ORDER BY post.id
  OPTIONAL MATCH (person:Person WHERE VALID(person))-[held:HOLDS WHERE VALID(held)]->(post)
  WITH body, post, person, held, post.id + ' ' + coalesce(held.id, '') AS key
  WHERE ($lines IS NULL OR held.phone IN $lines
      OR any(line IN split(coalesce(post.officePhone, body.phone, ''), '、') WHERE line IN $lines))
    AND ($after IS NULL OR key > $after)
    AND (held IS NOT NULL OR post.officePhone IS NOT NULL OR body.phone IS NOT NULL)
    AND ($text IS NULL OR (toLower(post.name) CONTAINS $text AND ($hidden IS NULL OR NOT post.name =~ $hidden))
      OR FOUND(person)
      OR CALLED(body))
  RETURN coalesce(held.id, post.id) AS id, key ORDER BY post.id, key LIMIT $limit
}
RETURN owner, id, key
