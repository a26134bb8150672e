// How many writes the pages of a load tell of.
MATCH (page:WritePage {load: $load})
WHERE NOT page.attested
RETURN coalesce(sum(page.count), 0) AS total
