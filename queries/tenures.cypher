// Tenures: who holds, or held, which post, as the roster says it.
UNWIND $ids AS id
MATCH (person:Person)-[held:HOLDS {id: id}]->(post:Post)
RETURN held.id AS id, person.id AS person, post.id AS post, post.kind AS kind, post.officePhone AS officePhone,
       held.status AS status, held.elected AS elected, held.phone AS phone, coalesce(held.hours, post.hours) AS hours,
       held.verifiedOn AS verifiedOn, coalesce(held.disputed, false) AS disputed, held.since AS since,
       held.until AS until, held.sincePrecision AS sincePrecision, held.untilPrecision AS untilPrecision, held.by AS by
