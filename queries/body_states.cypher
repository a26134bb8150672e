// Bodies as they are written down, on whatever day, with the names they have borne: for the loaders, not for answers.
UNWIND $bodies AS body
MATCH (b:Body {id: body})
OPTIONAL MATCH (name:Name {form: 'name'})-[:NAMES]->(b)
WITH b, name ORDER BY name.since
RETURN b.id AS body, b.name AS name, b.kind AS kind, b.since AS since, b.attestedOn AS attestedOn,
       collect({text: name.text, full: name.full, since: name.since, until: name.until}) AS names
