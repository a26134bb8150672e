// Nodes by id, and organisations by unified social credit code.
CALL () {
  UNWIND $ids AS id
  MATCH (named:Body {id: id})
  RETURN named
  UNION
  UNWIND $ids AS id
  MATCH (named:Matter {id: id})
  RETURN named
  UNION
  UNWIND $ids AS id
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
