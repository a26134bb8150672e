// A matter and its broader ones, the nearest first.
MATCH path = (matter:Matter {id: $matter})((:Matter)-[:BROADER]->(:Matter)){0,8}(broader:Matter)
RETURN broader.id AS id, broader.name AS name, broader.kind AS kind, coalesce(broader.emergency, false) AS emergency,
       min(length(path)) AS distance
ORDER BY distance, id
