// The last day on which somebody held this post before the day, and the first on which somebody is known to after it.
MATCH (post:Post {id: $post})
OPTIONAL MATCH (:Person)-[earlier:HOLDS]->(post) WHERE earlier.until <= $asOf
WITH post, max(earlier.until) AS left
OPTIONAL MATCH (:Person)-[later:HOLDS]->(post) WHERE later.since > $asOf
RETURN left, min(later.since) AS next, post.by AS by
