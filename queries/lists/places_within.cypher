// Places of these kinds within the owner on the day in any order: below a town by walking down, else as in places_by_id.
UNWIND $owners AS owner
OPTIONAL MATCH (root:Body {id: owner})
CALL (root) {
  CALL (root) {
    WITH root WHERE $walk AND VALID(root)
    MATCH (root)((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower))){1,8}(item:Place)
    WHERE item.kind IN $kinds
    RETURN item
    UNION
    WITH root WHERE NOT $walk
    UNWIND $kinds AS kind
    UNWIND $ranges AS range
    MATCH (item:Place)
    USING INDEX SEEK item:Place(kind, id)
    WHERE item.kind = kind AND item.id >= range[0] AND item.id <= range[1] AND VALID(item)
    AND (root IS NULL OR (item <> root AND LIES(item, root)))
    RETURN item
  }
  WITH DISTINCT item
  WHERE ($text IS NULL OR CALLED(item))
  WITH item, CASE $by WHEN 'NAME' THEN item.name WHEN 'CODE' THEN coalesce(item.code, item.localCode, '')
                      WHEN 'SINCE' THEN toString(item.since) ELSE '' END + ' ' + item.id AS key
  WHERE $after IS NULL OR (key > $after AND NOT $descending) OR (key < $after AND $descending)
  RETURN item.id AS id, key
  ORDER BY CASE WHEN NOT $descending THEN key END, CASE WHEN $descending THEN key END DESC
  LIMIT $limit
}
RETURN owner, id, key
