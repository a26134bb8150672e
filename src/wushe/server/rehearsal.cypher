// Run once on a throw-away store while the class archive is made: the shapes of statement that loading and asking use.
CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;
CREATE FULLTEXT INDEX thing_text IF NOT EXISTS FOR (n:Thing) ON EACH [n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE INDEX thing_since IF NOT EXISTS FOR (n:Thing) ON (n.kind, n.since);
CALL db.awaitIndexes(60);
UNWIND range(1, 30) AS i
MERGE (a:Thing {id: 't' + i})
ON CREATE SET a.text = '名称' + i, a.kind = 'k', a.since = date('2020-01-01'), a.until = date('9999-12-31'), a.by = ['x']
ON MATCH SET a += {seen: true}
WITH a, i
MATCH (b:Thing {id: 't' + (i - 1)})
MERGE (a)-[r:UP {id: 'e' + i}]->(b)
SET r.since = date('2020-01-01'), r.until = date('9999-12-31'), r.by = coalesce(r.by, []) + 'x';
MATCH p = (t:Thing {id: 't9'})-[:UP*0..8]->(c:Thing)
WHERE all(r IN relationships(p) WHERE r.since <= date('2021-01-01') < r.until)
OPTIONAL MATCH (c)<-[h:UP|HAS WHERE h.since <= date('2021-01-01')]-(o:Thing)
WITH c, length(p) AS depth, collect(o {.id, .text}) AS others
ORDER BY depth, c.id SKIP 1 LIMIT 20
RETURN c.id AS id, labels(c) AS labels, depth, others, CASE WHEN depth = 0 THEN 'x' ELSE 'y' END AS kind, properties(c);
MATCH p = (t:Thing {id: 't9'})-[:UP]->{0,5}(c:Thing) RETURN DISTINCT [n IN nodes(p) | n.id] AS chain, reduce(s = 0, n IN nodes(p) | s + 1) AS n;
CALL db.index.fulltext.queryNodes('thing_text', '名称') YIELD node, score RETURN node.id AS id, score ORDER BY score DESC LIMIT 5;
MATCH (a:Thing {id: 't1'}), (b:Thing {id: 't9'}) MATCH p = shortestPath((a)-[:UP*..10]-(b)) RETURN p;
MATCH (a:Thing) WHERE a.text STARTS WITH '名' AND a.kind IN ['k'] AND NOT EXISTS { (a)-[:HAS]->() }
CALL (a) { MATCH (a)<-[:UP]-(b) RETURN count(b) AS below UNION ALL MATCH (a)-[:UP]->(b) RETURN count(b) AS below }
RETURN a.kind AS kind, sum(below) AS below, collect(DISTINCT a.id)[..3] AS ids;
MATCH (a:Thing {id: 't30'})-[r:UP]->() SET r.until = date() DELETE r;
MATCH (a:Thing {id: 't30'}) DETACH DELETE a;
SHOW INDEXES YIELD name, state RETURN name, state
