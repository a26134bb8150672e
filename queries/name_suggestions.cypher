// Names that look like this one, from the full text, the county inside the Lucene query; `name` is the id of the name,
// which begins with that of what it names.
CALL db.index.fulltext.queryNodes('name_text', $lucene, {limit: $limit}) YIELD node AS name
RETURN name.id AS name, name.text AS text
