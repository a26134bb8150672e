// Needs of these counties that a body within the owner raised (any, where it is no place), by id.
UNWIND $owners AS owner
OPTIONAL MATCH (root:Body {id: owner})
CALL (root) {
  UNWIND $counties AS county
  CALL (root, county) {
    MATCH (item:Need)
    USING INDEX SEEK item:Need(county, id)
    WHERE item.county = county AND item.id > coalesce($after, '')
    AND ($text IS NULL OR (toLower(item.text) CONTAINS $text AND ($hidden IS NULL OR NOT item.text =~ $hidden)))
    AND ($matter IS NULL OR EXISTS { MATCH (item)-[about:CONCERNS WHERE VALID(about)]->(:Matter {id: $matter}) })
    AND ($taken IS NULL OR $taken = EXISTS { MATCH (item)<-[takes:TAKES WHERE VALID(takes)]-(taker:Body) })
    AND EXISTS {
      MATCH (item)<-[raised:RAISES WHERE VALID(raised)]-(body:Body WHERE VALID(body))
      WHERE root IS NULL OR LIES(body, root)
    }
    RETURN item.id AS id ORDER BY item.county, item.id LIMIT $limit
  }
  RETURN id ORDER BY id LIMIT $limit
}
RETURN owner, id, id AS key
