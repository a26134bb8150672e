// Duties: lines of responsibility lists, with ids of what each joins.
UNWIND $ids AS id
MATCH (duty:Duty {id: id})
RETURN duty.id AS id, duty.matter AS matter, duty.role AS role, duty.bearer AS bearer, duty.bearerKind AS bearerKind,
       duty.level AS level, duty.within AS within, duty.timeLimitHours AS timeLimitHours, duty.basis AS basis,
       duty.since AS since, duty.until AS until, duty.by AS by
