// What a load wrote, page by page from the one asked for; pages of mere attestations are passed over.
MATCH (page:WritePage {load: $load})
WHERE page.ordinal >= $start AND NOT page.attested
RETURN page.ordinal AS ordinal, page.content AS content
ORDER BY page.ordinal
LIMIT 1
