// Duties of these counties that hold within the owner or a part of it (anywhere, where it is no place) on the day, by id.
UNWIND $owners AS owner
OPTIONAL MATCH (root:Body {id: owner})
CALL (root) {
  UNWIND $counties AS county
  CALL (root, county) {
    MATCH (item:Duty)
    USING INDEX SEEK item:Duty(county, id)
    WHERE item.county = county AND item.id > coalesce($after, '') AND VALID(item)
    AND ($matter IS NULL OR item.matter = $matter) AND ($role IS NULL OR item.role = $role)
    AND ($body IS NULL OR item.bearer = $body)
    AND (root IS NULL OR EXISTS {
      MATCH (item)-[at:WITHIN WHERE VALID(at)]->(home:Place WHERE VALID(home))
      WHERE LIES(home, root)
    })
    RETURN item.id AS id ORDER BY item.county, item.id LIMIT $limit
  }
  RETURN id ORDER BY id LIMIT $limit
}
RETURN owner, id, id AS key
