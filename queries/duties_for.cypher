// Duties on the day within these places for these matters, with their named bearers.
UNWIND $places AS place
UNWIND $matters AS matter
MATCH (duty:Duty {within: place, matter: matter} WHERE VALID(duty))
OPTIONAL MATCH (duty)<-[bears:BEARS WHERE VALID(bears)]-(bearer:Body|Post WHERE VALID(bearer))
RETURN duty.id AS id, duty.role AS role, duty.within AS within, duty.matter AS matter,
       duty.bearer AS bearer, bearer.id AS named, head([(bearer)-[seat:IN WHERE VALID(seat)]->(body:Body) | body.id]) AS namedBody,
       duty.bearerKind AS bearerKind, duty.level AS level,
       duty.timeLimitHours AS timeLimitHours, duty.basis AS basis, duty.by AS by
ORDER BY id
