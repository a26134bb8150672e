// The first day since which nobody holds this post, and the first later day on which somebody is known to.
MATCH (post:Post {id: $post})
OPTIONAL MATCH (:Person)-[earlier:HOLDS]->(post) WHERE earlier.until <= $asOf
WITH post, max(earlier.until) AS left
OPTIONAL MATCH (:Person)-[later:HOLDS]->(post) WHERE later.since > $asOf
RETURN left, min(later.since) AS next, post.by AS by
