// Loads in force, or taken back, whose id or file name begins so; the latest first.
MATCH (load:Load)
WHERE load.id STARTS WITH $called OR load.id STARTS WITH 'load:' + $called OR load.title STARTS WITH $called
RETURN load.id AS id, coalesce(load.title, '') AS title, load.state AS state, load.asOf AS asOf
ORDER BY load.state = 'UNDONE', load.version DESC
LIMIT $limit
