// People with one name, at least one of whom holds a post of these bodies, who on the day have a village or a mobile in common. Ids
// of bodies say where they are; names of people stay out of the sentence.
CALL () {
  UNWIND $bodies AS id
  MATCH (body:Body {id: id})<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post))<-[held:HOLDS WHERE VALID(held)]-(person:Person WHERE VALID(person))
  WITH person, held, body, split(body.id, ':') AS parts
  RETURN '同一村（社区）或单位' AS shared, person, held, body,
         split(parts[CASE WHEN parts[0] = 'place' THEN 1 ELSE 2 END], '-')[0] AS value
  UNION ALL
  UNWIND $bodies AS id
  MATCH (:Body {id: id})<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post))<-[held:HOLDS WHERE VALID(held)]-(person:Person WHERE VALID(person))
  WITH DISTINCT person.name AS name, held.phone AS phone WHERE phone IS NOT NULL
  MATCH (person:Person WHERE VALID(person))-[held:HOLDS WHERE VALID(held)]->(post:Post WHERE VALID(post))-[seat:IN WHERE VALID(seat)]->(body:Body WHERE VALID(body))
  USING INDEX SEEK held:HOLDS(phone)
  WHERE held.phone = phone AND person.name = name
  RETURN '手机号相同' AS shared, person, held, body, phone AS value
}
WITH person.name AS name, shared, value, count(DISTINCT person) AS number, collect([person, held, body]) AS found
WHERE number > 1
UNWIND found AS one
WITH name, shared, value, one[0] AS person, one[1] AS held, one[2] AS body
ORDER BY person.id, body.id
WITH name, shared, value, collect(DISTINCT person) AS people, collect(DISTINCT body) AS bodies, collect(held) AS tenures
WITH people, collect(DISTINCT shared) AS shared, collect(bodies)[0] AS bodies, collect(tenures)[0] AS tenures
WITH people[0] AS subject, people, shared, bodies, tenures
ORDER BY size(people) DESC
WITH subject, collect({people: people, shared: shared, bodies: bodies, tenures: tenures})[0] AS found
RETURN subject {.id, .name} AS subject,
       {bodies: [body IN found.bodies | body {.id, .name}]} AS bodies,
       {count: size(found.people), shared: reduce(text = '', word IN found.shared | text + CASE WHEN text = '' THEN '' ELSE '、' END + word)} AS values,
       reduce(rows = [], held IN found.tenures | rows + held.by) AS by
ORDER BY subject.id
