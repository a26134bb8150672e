"""The declarations agree with each other and with the codes that others rely on."""

from wushe.schema import schema
from wushe.schema.values import Visibility

PLACES = {"province", "prefecture", "county", "town", "village", "grid", "group", "estate", "cell"}
POSTS = {
    "secretary", "director", "grid_head", "grid_officer", "group_leader", "good_neighbor", "womens_chair",
    "youth_secretary", "union_chair", "disabled_chair", "social_worker", "team_leader", "part_time_member", "centre_head",
    "department_head", "duty_officer",
}  # fmt: skip
RESTRICTED = {"group_leader", "good_neighbor", "team_leader", "other", "council_head", "team_member"}
TIES = {
    "LEADS", "GUIDES", "COORDINATES", "ASSISTS", "APPRAISES", "REGISTERS", "SUPERVISES", "FILED_WITH", "DISPATCHES",
    "HOSTS", "MEMBER_OF", "PARTNERS_WITH", "FUNDS", "SERVES", "PAIRED_WITH", "WHISTLES_TO", "FEEDS", "SUCCEEDED_BY",
}  # fmt: skip


def test_codes_that_clients_rely_on() -> None:
    """Kinds of place, post and tie keep their codes."""
    assert set(schema().places) == PLACES
    assert set(schema().posts) >= POSTS
    assert set(schema().ties) == TIES


def test_no_word_names_two_kinds() -> None:
    """A label or an alias decides for one kind of its folder."""
    assert schema().by_word["posts"]["网格员"] == "grid_officer"
    assert schema().by_word["organizations"]["街道办事处"] == "town_government"


def test_private_citizens_are_restricted() -> None:
    """Group leaders, good neighbours, team leaders and unknown posts are not for strangers."""
    found = {code for code, post in schema().posts.items() if post.visibility is Visibility.RESTRICTED}
    assert found == RESTRICTED


def test_references_between_declarations_exist() -> None:
    """Heads are kinds of post, levels kinds of place, bodies kinds of organisation."""
    declared = schema()
    for place in declared.places.values():
        assert set(place.heads) <= set(declared.posts)
    for organization in declared.organizations.values():
        assert organization.head is None or organization.head in declared.posts
        assert organization.level is None or organization.level in declared.places
    for post in declared.posts.values():
        assert post.level is None or post.level in declared.places
        assert set(post.bodies) <= set(declared.organizations)


def test_edges_join_declared_labels() -> None:
    """Both ends of every edge are labels that exist."""
    labels = {label for node in schema().nodes.values() for label in (node.label, node.also) if label}
    for edge in schema().all_edges.values():
        assert set(edge.start.split("|")) | set(edge.end.split("|")) <= labels


def test_headers_of_a_table_are_unambiguous() -> None:
    """Within one table no header or alias stands for two columns."""
    for table in schema().tables.values():
        words = [word for column in table.columns for word in (column.header, *column.aliases)]
        assert len(words) == len(set(words)), table.code
