// Organisations of these kinds within the owner on the day in any order: below a town by walking down, else as in
// organizations_by_id; with $dual those that several lead.
UNWIND $owners AS owner
OPTIONAL MATCH (root:Body {id: owner})
CALL (root) {
  CALL (root) {
    WITH root WHERE $walk AND VALID(root)
    MATCH (root)((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower))){0,8}(home:Place)
    MATCH (home)<-[at:LOCATED_IN WHERE VALID(at)]-(item:Organization WHERE VALID(item))
    WHERE $kinds IS NULL OR item.kind IN $kinds
    RETURN item
    UNION
    WITH root WHERE NOT $walk
    UNWIND $counties AS county
    MATCH (item:Organization)
    USING INDEX SEEK item:Organization(county, id)
    WHERE item.county = county AND item.id STARTS WITH 'org:' AND ($kinds IS NULL OR item.kind IN $kinds) AND VALID(item)
    AND (root IS NULL OR LIES(item, root))
    RETURN item
  }
  WITH DISTINCT item
  WHERE NOT $dual OR COUNT { MATCH (item)<-[led:LEADS WHERE VALID(led)]-(upper:Body WHERE VALID(upper)) } > 1
  WITH item
  WHERE ($text IS NULL OR CALLED(item))
  WITH item, CASE $by WHEN 'NAME' THEN item.name WHEN 'CODE' THEN coalesce(item.uscc, '')
                      WHEN 'SINCE' THEN toString(item.since) ELSE '' END + ' ' + item.id AS key
  WHERE $after IS NULL OR (key > $after AND NOT $descending) OR (key < $after AND $descending)
  RETURN item.id AS id, key
  ORDER BY CASE WHEN NOT $descending THEN key END, CASE WHEN $descending THEN key END DESC
  LIMIT $limit
}
RETURN owner, id, key
