// Tenures of posts of these bodies that began or ended from the day $start to the day $to.
UNWIND $bodies AS id
MATCH (:Body {id: id})<-[:IN]-(post:Post)
MATCH (post)<-[held:HOLDS]-(person:Person)
WHERE ($start <= held.since AND held.since <= $to) OR ($start <= held.until AND held.until <= $to)
RETURN DISTINCT held.id AS id, post.id AS post, person.id AS person, held.status AS status, held.since AS since,
       held.until AS until, held.sincePrecision AS precision, held.by AS by
ORDER BY post, since, id
