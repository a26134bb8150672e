// Documents with a text in their title, by id.
UNWIND $owners AS owner
CALL () {
  MATCH (item:Source)
  WHERE item.id > coalesce($after, '')
    AND ($text IS NULL OR (toLower(item.title) CONTAINS $text AND ($hidden IS NULL OR NOT item.title =~ $hidden)))
  RETURN item.id AS id ORDER BY item.id LIMIT $limit
}
RETURN owner, id, id AS key
