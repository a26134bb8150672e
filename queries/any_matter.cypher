// Whether any matter is loaded: without one no question can be answered.
MATCH (matter:Matter)
RETURN matter.id AS id
LIMIT 1
