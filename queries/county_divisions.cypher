// What lists of divisions have said of these counties (and of the provinces and prefectures above them): each place
// with the names and parents it was listed with, what it became, and every attestation of each. `place.id IS NOT NULL` lets the server
// use the index of county and id, which needs both.
MATCH (place:Place)
WHERE place.county IN $counties AND place.id IS NOT NULL AND place.kind IN $kinds
RETURN place.id AS id, place.code AS code, place.kind AS kind, place.name AS name, place.until AS until, place.by AS by,
       COLLECT {
         MATCH (name:Name)-[names:NAMES]->(place) WHERE name.form = 'name'
         RETURN {id: name.id, edge: names.id, full: name.full, by: name.by}
       } AS names,
       COLLECT {
         MATCH (place)-[part:PART_OF]->(parent:Place)
         RETURN {id: part.id, code: parent.code, by: part.by}
       } AS parents,
       COLLECT {
         MATCH (place)-[became:SUCCEEDED_BY]->(successor:Place)
         RETURN {id: became.id, code: successor.code, by: became.by}
       } AS successors
