// Which nodes bear a name with one of these keys, in these counties. Candidates only: the twin tells the tiers apart.
UNWIND $counties AS county
UNWIND $keys AS key
MATCH (name:Name {county: county, key: key})-[:NAMES]->(named:Body|Matter)
USING INDEX SEEK name:Name(county, key)
RETURN key, name.text AS text, name.full AS full, name.form AS form, name.since AS nameSince, name.until AS nameUntil,
       named.id AS id, labels(named) AS labels, named.kind AS kind, named.name AS name,
       named.since AS since, named.until AS until
LIMIT $limit
