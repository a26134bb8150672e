// Names that look like this one, from the full text, the county inside the Lucene query.
CALL db.index.fulltext.queryNodes('name_text', $lucene, {limit: $limit}) YIELD node AS name, score
MATCH (name)-[:NAMES]->(named:Body|Matter)
RETURN score AS likeness, name.text AS text, name.full AS full, name.form AS form, name.since AS nameSince,
       name.until AS nameUntil, named.id AS id, labels(named) AS labels, named.kind AS kind, named.name AS name,
       named.since AS since, named.until AS until
