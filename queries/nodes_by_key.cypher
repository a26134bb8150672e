// Nodes by id, organisations by unified social credit code, and places of an earlier time whose code was given again.
CALL () {
  UNWIND [id IN $ids WHERE NOT id STARTS WITH 'matter:' AND NOT id STARTS WITH 'post:'] AS id
  MATCH (named:Body {id: id})
  RETURN named
  UNION
  UNWIND $again AS id
  MATCH (named:Body) WHERE named.id STARTS WITH id + '~'
  RETURN named
  UNION
  UNWIND [id IN $ids WHERE id STARTS WITH 'matter:'] AS id
  MATCH (named:Matter {id: id})
  RETURN named
  UNION
  UNWIND [id IN $ids WHERE id STARTS WITH 'post:'] AS id
  MATCH (named:Post {id: id})
  RETURN named
  UNION
  UNWIND $codes AS code
  MATCH (named:Organization {uscc: code})
  RETURN named
  UNION
  UNWIND $codes AS code
  MATCH (named:Matter {code: code})
  RETURN named
}
RETURN named.id AS id, labels(named) AS labels, named.kind AS kind, named.name AS name,
       coalesce(named.uscc, named.code) AS code, named.since AS since, named.until AS until
