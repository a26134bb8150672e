"""The GraphQL that the page asks."""

from __future__ import annotations

from wushe.api.rows import DOCUMENT as ROWS

ASK = (
    """
query Ask($question: String!, $choice: Int) {
  ask(question: $question, choice: $choice) {
    question asOf text graphql
    understood { ...Reading }
    readings { ...Reading }
    result {
      ...Rows
      ... on Responsibility {
        asOf gap gaps
        matter { name }
        place { name ...Path }
        responsible { ...Step }
        escalation { ...Step }
        considered { body { name aliases } reason }
        why { text provenance { source { title synthetic } sheet row } }
        narrower { name }
        finer { name }
      }
    }
  }
}
fragment Path on Place { ancestors { name kind { code } } }
fragment Reading on Understanding { intent text ignored guessed place { name ...Path } matter { name } body { name } }
fragment Step on Responsible {
  role axis standIn status
  body { name aliases }
  post { name }
  holder { name masked synthetic }
  contact { phone officePhone masked hours verifiedOn }
  duty { timeLimitHours }
}
"""
    + ROWS
)
SUGGEST = """
query Suggest($text: String!) {
  resolve(text: $text, types: ["Place", "Matter"], first: 6) { name path node { __typename } }
}
"""
