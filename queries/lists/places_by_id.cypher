// Places of these kinds in ranges of ids, by id, each within the owner (any, where it is no place) on the day. Ids are made of
// codes, so what lies within a county or above is one range of the index for each kind, read no further than the page.
UNWIND $owners AS owner
OPTIONAL MATCH (root:Body {id: owner})
CALL (root) {
  UNWIND $kinds AS kind
  UNWIND $ranges AS range
  CALL (root, kind, range) {
    WITH root, kind, range, CASE WHEN $after > range[0] THEN $after ELSE range[0] END AS low
    MATCH (item:Place)
    USING INDEX SEEK item:Place(kind, id)
    WHERE item.kind = kind AND item.id >= low AND item.id <= range[1] AND VALID(item)
    AND ($after IS NULL OR item.id > $after)
    WITH root, item
    WHERE $text IS NULL OR CALLED(item)
    WITH root, item
    WHERE root IS NULL OR (item <> root AND LIES(item, root))
    RETURN item.id AS id ORDER BY item.kind, item.id LIMIT $limit
  }
  RETURN id ORDER BY id LIMIT $limit
}
RETURN owner, id, id AS key
