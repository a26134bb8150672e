// Everybody who has held these posts, whenever: for the loaders, which tell from it who is meant and what has ended.
UNWIND $posts AS post
MATCH (person:Person)-[held:HOLDS]->(:Post {id: post})
RETURN post, person.id AS person, person.name AS name, held.id AS tenure, held.since AS since, held.until AS until,
       held.attestedOn AS attestedOn, held.status AS status, held.phone AS phone
ORDER BY post, since, tenure
