// Who holds the posts of bodies that lie within each owner on the day, at any depth where $deep says so, and vacant posts that
// have a line, by post. A name of a person is searched only where a post of theirs is of a kind in `open`.
UNWIND $owners AS owner
MATCH (root:Body {id: owner} WHERE VALID(root))
CALL (root) {
  CALL (root) {
    WITH root WHERE NOT $deep
    RETURN root AS home
    UNION
    WITH root WHERE $deep
    MATCH (root)((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower))){0,8}(home:Place)
    RETURN home
  }
  CALL (home) {
    RETURN home AS body
    UNION
    MATCH (home)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body))
    RETURN body
  }
  WITH DISTINCT body
  MATCH (body)<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE ($kinds IS NULL OR post.kind IN $kinds) AND VALID(post))
  WITH body, post
  WHERE post.id >= coalesce(split($after, ' ')[0], '')
  WITH body, post ORDER BY post.id
  OPTIONAL MATCH (person:Person WHERE VALID(person))-[held:HOLDS WHERE VALID(held)]->(post)
  WITH body, post, person, held, post.id + ' ' + coalesce(held.id, '') AS key
  WHERE ($after IS NULL OR key > $after)
    AND (held IS NOT NULL OR post.officePhone IS NOT NULL OR body.phone IS NOT NULL)
    AND ($text IS NULL OR (toLower(post.name) CONTAINS $text AND ($hidden IS NULL OR NOT post.name =~ $hidden))
      OR FOUND(person)
      OR CALLED(body))
  RETURN coalesce(held.id, post.id) AS id, key ORDER BY post.id, key LIMIT $limit
}
RETURN owner, id, key
