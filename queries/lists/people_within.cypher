// The same as people_by_id below a town, by walking down.
UNWIND $owners AS owner
MATCH (root:Body {id: owner} WHERE VALID(root))
CALL (root) {
  CALL (root) {
    MATCH (root)((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower))){0,8}(home:Place)
    RETURN home AS body
    UNION
    MATCH (root)((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower))){0,8}(home:Place)
    MATCH (home)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body))
    RETURN body
  }
  MATCH (body)<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post))<-[held:HOLDS WHERE VALID(held)]-(item:Person WHERE VALID(item))
  WHERE $kinds IS NULL OR post.kind IN $kinds
  WITH DISTINCT item
  WHERE ($after IS NULL OR item.id > $after)
    AND ($text IS NULL OR FOUND(item))
  RETURN item.id AS id ORDER BY id LIMIT $limit
}
RETURN owner, id, id AS key
