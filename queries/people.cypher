// Persons with the kinds of the posts that each holds today, held on the day of the question, and ever held.
UNWIND $ids AS id
MATCH (person:Person {id: id})
RETURN person.id AS id, person.name AS name, coalesce(person.synthetic, false) AS synthetic,
       COLLECT { MATCH (person)-[held:HOLDS WHERE VALID(held, $today)]->(post:Post) RETURN DISTINCT post.kind } AS now,
       COLLECT { MATCH (person)-[held:HOLDS WHERE VALID(held)]->(post:Post) RETURN DISTINCT post.kind } AS then,
       COLLECT { MATCH (person)-[:HOLDS]->(post:Post) RETURN DISTINCT post.kind } AS ever
