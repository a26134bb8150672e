// The organisations that are located at each place on the day.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (:Body {id: owner})<-[at:LOCATED_IN WHERE VALID(at)]-(item:Organization WHERE VALID(item))
  WHERE $kinds IS NULL OR item.kind IN $kinds
  WITH item, CASE $by WHEN 'NAME' THEN item.name WHEN 'CODE' THEN coalesce(item.uscc, '')
                      WHEN 'SINCE' THEN toString(item.since) ELSE '' END + ' ' + item.id AS key
  WHERE $after IS NULL OR (key > $after AND NOT $descending) OR (key < $after AND $descending)
  RETURN item.id AS id, key
  ORDER BY CASE WHEN NOT $descending THEN key END, CASE WHEN $descending THEN key END DESC
  LIMIT $limit
}
RETURN owner, id, key
