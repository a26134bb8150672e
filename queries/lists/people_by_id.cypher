// People of these counties who hold a post of these kinds within the owner (anywhere, where it is no place) on the day, by id.
// A name is searched only where a post of the person is of a kind in `open`: today's posts, or without any those of the day.
UNWIND $owners AS owner
OPTIONAL MATCH (root:Body {id: owner})
CALL (root) {
  UNWIND $counties AS county
  CALL (root, county) {
    MATCH (item:Person)
    USING INDEX SEEK item:Person(county, id)
    WHERE item.county = county AND item.id > coalesce($after, '') AND VALID(item)
    AND ($text IS NULL OR FOUND(item))
    AND EXISTS {
      MATCH (item)-[held:HOLDS WHERE VALID(held)]->(post:Post WHERE VALID(post))-[seat:IN WHERE VALID(seat)]->(body:Body WHERE VALID(body))
      WHERE ($kinds IS NULL OR post.kind IN $kinds) AND (root IS NULL OR LIES(body, root))
    }
    RETURN item.id AS id ORDER BY item.county, item.id LIMIT $limit
  }
  RETURN id ORDER BY id LIMIT $limit
}
RETURN owner, id, id AS key
