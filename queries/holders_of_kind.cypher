// Who holds posts of one kind on the day, in bodies of a county of which the code begins with $code: for sums over rosters.
MATCH (post:Post)
USING INDEX SEEK post:Post(kind, county, id)
WHERE post.kind = $kind AND post.county = $county AND post.id STARTS WITH 'post:'
WITH post, CASE WHEN post.id STARTS WITH 'post:org:' THEN split(post.id, ':')[3] ELSE split(post.id, ':')[2] END AS code
WHERE code STARTS WITH $code
MATCH (holder:Person WHERE VALID(holder))-[held:HOLDS WHERE VALID(held)]->(post)
RETURN held.id AS tenure, code
