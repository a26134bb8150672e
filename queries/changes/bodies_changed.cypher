// Those of these bodies that began or ended from the day $start to the day $to.
UNWIND $bodies AS id
MATCH (body:Body {id: id})
WHERE ($start <= body.since AND body.since <= $to) OR ($start <= body.until AND body.until <= $to)
RETURN body.id AS id, body.kind AS kind, body.since AS since, body.until AS until, body.sincePrecision AS precision, body.by AS by
