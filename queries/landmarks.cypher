// Places whose 范围说明 names one of these landmarks, from the full text, the county inside the Lucene query.
CALL db.index.fulltext.queryNodes('place_landmarks', $lucene, {limit: $limit}) YIELD node AS place
RETURN place.id AS id, place.kind AS kind, place.name AS name, place.since AS since, place.until AS until,
       place.scope AS scope
