// Which nodes bear a name with one of these keys, in these counties. Candidates only: the twin tells the tiers apart.
// The dates of a name are told where they are not those of its bearer.
UNWIND $counties AS county
UNWIND $keys AS key
MATCH (name:Name {county: county, key: key})-[:NAMES]->(named:Body|Matter)
USING INDEX SEEK name:Name(county, key)
RETURN key, name.text AS text, name.full AS full, name.form AS form,
       CASE WHEN name.since = named.since AND name.until = named.until THEN null ELSE name.since END AS nameSince,
       CASE WHEN name.since = named.since AND name.until = named.until THEN null ELSE name.until END AS nameUntil,
       named.id AS id, labels(named) AS labels, named.kind AS kind, named.name AS name,
       named.since AS since, named.until AS until
LIMIT $limit
