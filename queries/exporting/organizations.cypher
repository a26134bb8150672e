// A page of the organisations of a county, in the order of their ids, with their names, where they are, and
// the ties of these kinds that begin there.
MATCH (body:Organization)
USING INDEX SEEK body:Organization(county, id)
WHERE body.county = $county AND body.id > $after AND ($asOf IS NULL OR VALID(body))
WITH body ORDER BY body.id LIMIT $limit
RETURN body {.*, by: null, load: null} AS node,
  [(body)<-[naming:NAMES WHERE $asOf IS NULL OR VALID(naming)]-(name:Name WHERE $asOf IS NULL OR VALID(name)) |
    name {.id, .text, .full, .form, .since, .until, .sincePrecision, .untilPrecision}] AS names,
  [(body)-[located:LOCATED_IN WHERE $asOf IS NULL OR VALID(located)]->(home:Place) |
    located {.id, .since, .until, .sincePrecision, .untilPrecision, other: home.id}] AS located,
  [(body)-[tie WHERE type(tie) IN $kinds AND ($asOf IS NULL OR VALID(tie))]->(other:Body) |
    tie {.*, by: null, load: null, kind: type(tie), other: other.id}] AS ties
