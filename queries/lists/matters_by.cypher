// Matters of these kinds, one step below a broader one (the owner, where it is a matter), in any order.
UNWIND $owners AS owner
OPTIONAL MATCH (broader:Matter {id: owner})
CALL (broader) {
  MATCH (item:Matter)
  USING INDEX SEEK item:Matter(county, id)
  WHERE item.county = 'matters' AND item.id STARTS WITH 'matter:' AND ($kinds IS NULL OR item.kind IN $kinds)
  AND (broader IS NULL OR EXISTS { MATCH (item)-[:BROADER]->(broader) })
  AND ($text IS NULL OR CALLED(item))
  WITH item, CASE $by WHEN 'NAME' THEN item.name WHEN 'CODE' THEN coalesce(item.code, '')
                      WHEN 'SINCE' THEN '' ELSE '' END + ' ' + item.id AS key
  WHERE $after IS NULL OR (key > $after AND NOT $descending) OR (key < $after AND $descending)
  RETURN item.id AS id, key
  ORDER BY CASE WHEN NOT $descending THEN key END, CASE WHEN $descending THEN key END DESC
  LIMIT $limit
}
RETURN owner, id, key
