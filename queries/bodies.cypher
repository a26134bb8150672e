// Bodies with every name they ever bore, and the division that each is or sits in on the day.
UNWIND $ids AS id
MATCH (body:Body {id: id})
RETURN body.id AS id, [label IN labels(body) WHERE label <> 'Body'][0] AS label, body.kind AS kind, body.name AS name,
       body.since AS since, body.until AS until, body.by AS by, properties(body) AS properties,
       COLLECT {
         MATCH (body)<-[naming:NAMES]-(name:Name)
         RETURN {text: name.text, full: name.full, form: name.form, since: naming.since, until: naming.until}
         ORDER BY naming.since, name.id
       } AS names,
       head(
         COLLECT {
           MATCH path = (body)((:Body)-[up:LOCATED_IN|PART_OF WHERE VALID(up)]->(upper:Place WHERE VALID(upper))){0,4}(place)
           WHERE place:Place AND place.code IS NOT NULL
           RETURN place.id ORDER BY length(path), place.id LIMIT 1
         }) AS place
