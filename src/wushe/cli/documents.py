"""The GraphQL that the command line asks."""

from wushe.api.rows import DOCUMENT as ROWS

_STEP = """
fragment Step on Responsible {
  role axis standIn status
  body { id name kind { code label } }
  post { id name }
  holder { id name synthetic }
  contact { phone officePhone hours verifiedOn }
  tenure { id since until }
  duty { id timeLimitHours basis }
  provenance { source { title asOf } sheet row }
}
"""
_ANSWER = """
fragment Answer on Responsibility {
  asOf gap gaps
  matter { id name }
  place { id name ancestors { name kind { code } } }
  responsible { ...Step }
  escalation { ...Step }
  considered { body { id name } reason }
  why { text provenance { source { title asOf } sheet row } }
  narrower { id name }
  finer { id name }
}
"""
WHO = (
    """
query Who($matter: String!, $place: String!) {
  whoIsResponsible(matter: $matter, place: $place) { ...Answer }
}
"""
    + _ANSWER
    + _STEP
)
ASK = (
    """
query Ask($question: String!, $choice: Int) {
  ask(question: $question, choice: $choice) {
    question asOf text graphql
    understood { intent text ignored guessed }
    readings { intent text place { id name } matter { id name } }
    result { ...Rows ...Answer }
  }
}
"""
    + _ANSWER
    + _STEP
    + ROWS
)
