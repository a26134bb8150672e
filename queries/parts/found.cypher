// Whether the name of the person `it` holds $text and may be found by it: where a post is of a kind in $open, of today's posts, or
// without any of those of the day.
(it.name CONTAINS $text AND ($open IS NULL OR any(kind IN CASE
  WHEN EXISTS { MATCH (it)-[now:HOLDS WHERE VALID(now, $today)]->(:Post) }
  THEN COLLECT { MATCH (it)-[now:HOLDS WHERE VALID(now, $today)]->(other:Post) RETURN other.kind }
  ELSE COLLECT { MATCH (it)-[then:HOLDS WHERE VALID(then)]->(other:Post) RETURN other.kind } END
WHERE kind IN $open)))
