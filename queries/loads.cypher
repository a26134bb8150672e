// Runs that brought facts.
UNWIND $ids AS id
MATCH (load:Load {id: id})
RETURN load.id AS id, load.source AS source, coalesce(load.title, '') AS title, load.state AS state, load.asOf AS asOf, load.startedAt AS startedAt,
       load.finishedAt AS finishedAt, load.read AS read, load.loaded AS loaded, load.quarantined AS quarantined,
       load.refused AS refused, load.added AS added, load.changed AS changed, load.ended AS ended
