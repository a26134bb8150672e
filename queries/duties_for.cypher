// Duties on the day within these places for these matters, with their named bearers.
UNWIND $places AS place
UNWIND $matters AS matter
MATCH (duty:Duty {within: place, matter: matter} WHERE VALID(duty))
USING INDEX SEEK duty:Duty(within, matter)
OPTIONAL MATCH (duty)<-[bears:BEARS WHERE VALID(bears)]-(bearer:Body|Post WHERE VALID(bearer))
WITH duty, bearer,
     CASE WHEN bearer:Post THEN head([(bearer)-[seat:IN WHERE VALID(seat)]->(body:Body WHERE VALID(body)) | body]) ELSE bearer END AS body
RETURN duty.id AS id, duty.role AS role, duty.within AS within, duty.matter AS matter,
       duty.bearer AS bearer, CASE WHEN body IS NOT NULL THEN bearer.id END AS named, body.id AS namedBody, body.kind AS namedKind,
       duty.bearerKind AS bearerKind, duty.level AS level,
       duty.timeLimitHours AS timeLimitHours, duty.basis AS basis, duty.by AS by
ORDER BY id
