// People of a county with one name who on the day have a village or a mobile in common. Ids of posts say where they are;
// names of people stay out of the sentence.
MATCH (person:Person)
USING INDEX SEEK person:Person(county, id)
WHERE person.county = $county AND person.id STARTS WITH 'person:' AND VALID(person)
WITH person.name AS name, collect(person) AS namesakes
WHERE size(namesakes) > 1
UNWIND namesakes AS person
MATCH (person)-[held:HOLDS WHERE VALID(held)]->(post:Post WHERE VALID(post))-[seat:IN WHERE VALID(seat)]->(body:Body WHERE VALID(body))
WITH name, person, held, body, split(body.id, ':') AS parts
WITH name, person, held, body, CASE parts[0] WHEN 'place' THEN parts[1] ELSE parts[2] END AS place
WITH name, person, held, body, split(place, '-')[0] AS area
UNWIND [['同一村（社区）或单位', area], ['手机号相同', held.phone]] AS shared
WITH name, person, held, body, shared
WHERE shared[1] IS NOT NULL
ORDER BY person.id, body.id
WITH name, shared, collect(DISTINCT person) AS people, collect(DISTINCT body) AS bodies, collect(held) AS tenures
WHERE size(people) > 1
WITH people, collect(DISTINCT shared[0]) AS shared, collect(bodies)[0] AS bodies, collect(tenures)[0] AS tenures
WITH people[0] AS subject, people, shared, bodies, tenures
ORDER BY size(people) DESC
WITH subject, collect({people: people, shared: shared, bodies: bodies, tenures: tenures})[0] AS found
RETURN subject {.id, .name} AS subject,
       {bodies: [body IN found.bodies | body {.id, .name}]} AS bodies,
       {count: size(found.people), shared: reduce(text = '', word IN found.shared | text + CASE WHEN text = '' THEN '' ELSE '、' END + word)} AS values,
       reduce(rows = [], held IN found.tenures | rows + held.by) AS by
ORDER BY subject.id
