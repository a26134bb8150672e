// Matters with their other names and the broader one.
UNWIND $ids AS id
MATCH (matter:Matter {id: id})
RETURN matter.id AS id, matter.name AS name, matter.code AS code, matter.kind AS kind, matter.ordinal AS ordinal,
       matter.note AS note,
       coalesce(matter.emergency, false) AS emergency,
       head(
         COLLECT { MATCH (matter)-[:BROADER]->(broader:Matter) RETURN broader.id ORDER BY broader.id }) AS broader,
       COLLECT {
         MATCH (matter)<-[naming:NAMES]-(name:Name) WHERE name.text <> matter.name RETURN DISTINCT name.text
       } AS aliases
