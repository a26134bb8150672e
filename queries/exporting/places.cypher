// A page of the places of a county, in the order of their ids, with their names, what they are part of, what covers
// them, and the ties of these kinds that begin there.
MATCH (place:Place)
USING INDEX SEEK place:Place(county, id)
WHERE place.county = $county AND place.id > $after AND ($asOf IS NULL OR VALID(place))
WITH place ORDER BY place.id LIMIT $limit
RETURN place {.*, by: null, load: null} AS node,
  [(place)<-[naming:NAMES WHERE $asOf IS NULL OR VALID(naming)]-(name:Name WHERE $asOf IS NULL OR VALID(name)) |
    name {.id, .text, .full, .form, .since, .until, .sincePrecision, .untilPrecision}] AS names,
  [(place)-[part:PART_OF WHERE $asOf IS NULL OR VALID(part)]->(upper:Place) |
    part {.id, .since, .until, .sincePrecision, .untilPrecision, other: upper.id}] AS parents,
  [(place)<-[covers:COVERS WHERE $asOf IS NULL OR VALID(covers)]-(cover:Body) |
    covers {.id, .since, .until, .sincePrecision, .untilPrecision, other: cover.id}] AS covers,
  [(place)-[tie WHERE type(tie) IN $kinds AND ($asOf IS NULL OR VALID(tie))]->(other:Body) |
    tie {.*, by: null, load: null, kind: type(tie), other: other.id}] AS ties
