// Organisations of these kinds in these counties, by id, each located within the owner (any, where it is no place) on the day;
// with $dual those that several lead.
UNWIND $owners AS owner
OPTIONAL MATCH (root:Body {id: owner})
CALL (root) {
  UNWIND $counties AS county
  CALL (root, county) {
    MATCH (item:Organization)
    USING INDEX SEEK item:Organization(county, id)
    WHERE item.county = county AND item.id > coalesce($after, '') AND ($kinds IS NULL OR item.kind IN $kinds) AND VALID(item)
    WITH root, item
    WHERE NOT $dual OR COUNT { MATCH (item)<-[led:LEADS WHERE VALID(led)]-(upper:Body WHERE VALID(upper)) } > 1
    WITH root, item
    WHERE $text IS NULL OR CALLED(item)
    WITH root, item
    WHERE root IS NULL OR LIES(item, root)
    RETURN item.id AS id ORDER BY item.county, item.id LIMIT $limit
  }
  RETURN id ORDER BY id LIMIT $limit
}
RETURN owner, id, id AS key
