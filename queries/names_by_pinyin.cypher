// Which nodes bear a name with this pinyin, or with these initials, that ends with a word (or with ''), in these counties.
UNWIND $counties AS county
CALL (county) {
  MATCH (name:Name {county: county, pinyin: $letters})
  WHERE $ending = '' OR name.text ENDS WITH $ending
  WITH name LIMIT $limit
  MATCH (name)-[:NAMES]->(named:Body|Matter)
  RETURN name, named, 'PINYIN' AS how
  UNION
  MATCH (name:Name {county: county, initials: $letters})
  WHERE $ending = '' OR name.text ENDS WITH $ending
  WITH name LIMIT $limit
  MATCH (name)-[:NAMES]->(named:Body|Matter)
  RETURN name, named, 'INITIALS' AS how
}
RETURN how, name.text AS text, name.full AS full, name.form AS form, name.since AS nameSince, name.until AS nameUntil,
       named.id AS id, labels(named) AS labels, named.kind AS kind, named.name AS name,
       named.since AS since, named.until AS until
