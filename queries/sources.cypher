// Documents that facts came from.
UNWIND $ids AS id
MATCH (source:Source {id: id})
RETURN source.id AS id, source.title AS title, source.sha256 AS sha256, source.asOf AS asOf,
       coalesce(source.synthetic, false) AS synthetic
