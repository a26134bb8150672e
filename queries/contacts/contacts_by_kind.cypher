// The same as contacts_within over whole counties, of these kinds of post, by walking the index of posts no further than the page.
UNWIND $owners AS owner
OPTIONAL MATCH (root:Body {id: owner})
CALL (root) {
  UNWIND $counties AS county
  UNWIND $kinds AS kind
  CALL (root, county, kind) {
    MATCH (post:Post)
    USING INDEX SEEK post:Post(kind, county, id)
    WHERE post.kind = kind AND post.county = county AND post.id >= coalesce(split($after, ' ')[0], '') AND VALID(post)
    MATCH (post)-[seat:IN WHERE VALID(seat)]->(body:Body WHERE VALID(body))
    WHERE root IS NULL OR LIES(body, root)
    OPTIONAL MATCH (person:Person WHERE VALID(person))-[held:HOLDS WHERE VALID(held)]->(post)
    WITH body, post, person, held, post.id + ' ' + coalesce(held.id, '') AS key
    WHERE ($after IS NULL OR key > $after)
      AND (held IS NOT NULL OR post.officePhone IS NOT NULL OR body.phone IS NOT NULL)
      AND ($text IS NULL OR (toLower(post.name) CONTAINS $text AND ($hidden IS NULL OR NOT post.name =~ $hidden))
        OR FOUND(person)
        OR CALLED(body))
    RETURN coalesce(held.id, post.id) AS id, key ORDER BY post.kind, post.county, post.id, key LIMIT $limit
  }
  RETURN id, key ORDER BY key LIMIT $limit
}
RETURN owner, id, key
