// Needs that communities listed, who raised each and who took it.
UNWIND $ids AS id
MATCH (need:Need {id: id})<-[raised:RAISES]-(raiser:Body)
RETURN need.id AS id, need.text AS text, raiser.id AS raisedBy, need.raisedOn AS raisedOn, need.takenOn AS takenOn,
       need.doneOn AS doneOn, need.by AS by,
       head(
         COLLECT { MATCH (need)-[about:CONCERNS]->(matter:Matter) RETURN matter.id ORDER BY matter.id }) AS matter,
       COLLECT { MATCH (need)<-[took:TAKES]-(taker:Body) RETURN taker.id ORDER BY taker.id LIMIT 50 } AS takenBy
