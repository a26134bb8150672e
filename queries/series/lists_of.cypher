// The loads that had sheets of these series, the latest day first.
MATCH (load:Load)
WHERE load.county = $county AND load.state = 'ACTIVE' AND any(one IN load.series WHERE one IN $series)
RETURN load.id AS load, load.title AS title, load.asOf AS asOf, coalesce(load.complete, false) AS complete,
       load.sheets AS sheets, load.series AS series
ORDER BY asOf DESC, load
LIMIT 10000
