"""The questions: one `.cypher` file with its typed Python twin for each."""
