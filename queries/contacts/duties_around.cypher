// Duties on the day for these matters within places whose ids lie in these ranges, with their named bearers.
UNWIND $matters AS matter
UNWIND $ranges AS range
MATCH (duty:Duty WHERE duty.matter = matter AND duty.within >= range[0] AND duty.within <= range[1] AND VALID(duty))
USING INDEX SEEK duty:Duty(matter, within)
OPTIONAL MATCH (duty)<-[bears:BEARS WHERE VALID(bears)]-(bearer:Body|Post WHERE VALID(bearer))
RETURN DISTINCT duty.within AS within, duty.level AS level, duty.bearerKind AS bearerKind, bearer.id AS bearer,
       bearer.kind AS kind
ORDER BY within, bearerKind, level, bearer
LIMIT 10000
