"""The public addresses. A work's page is its key, a passage's page the key and its eid."""

from django.urls import path

from manumit.web.views import (
    about,
    case_law,
    changes,
    checking,
    citator,
    citing,
    directory,
    edition,
    forwarding,
    guide,
    home,
    law,
    releases,
    resources,
    search,
    search_lists,
    status,
    topics,
    works,
)

app_name = "web"

# Pages stand before works: no system has a code that is also the name of a page (a test sees to
# it), so a key never shadows a page.
urlpatterns = [
    path("", home.home, name="home"),
    path("search", search.search_page, name="search"),
    path("search/list", search_lists.search_list, name="search-list"),
    path("topics", topics.topics_page, name="topics"),
    path("topics/<slug:code>", topics.topic_page, name="topic"),
    path("case-law", case_law.case_law_page, name="case-law"),
    path("law", law.law_page, name="law"),
    path("resources", resources.resources_page, name="resources"),
    path("releases", releases.releases_page, name="releases"),
    path("status", status.status_home, name="status-home"),
    path("status/matrix", status.matrix_page, name="status-matrix"),
    path("status/<slug:code>", status.status_page, name="status"),
    path("status/<slug:code>/changes", status.status_changes_page, name="status-changes"),
    path("status/<slug:code>/<path:key>", status.statement_page, name="status-statement"),
    path("guide", guide.start_page, name="guide"),
    path("guide/step", guide.step_page, name="guide-step"),
    path("guide/all", guide.all_page, name="guide-all"),
    path("guide/outcome", guide.outcome_page, name="guide-outcome"),
    path("guide/memo", guide.memo_page, name="guide-memo"),
    path("help", directory.help_page, name="help"),
    path("check", checking.checker_page, name="check"),
    path("forward", forwarding.forward_page, name="forward"),
    path("forward/takedown", forwarding.takedown_page, name="takedown"),
    path("forward/follow", forwarding.follow, name="follow"),
    path("forward/<str:receipt>", forwarding.receipt_page, name="receipt"),
    path("which", citator.which_page, name="which"),
    path("changes", changes.changes_page, name="changes"),
    path("about", about.about_page, name="about"),
    path("edition", edition.edition_page, name="edition"),
    path("cite/<path:key>", citing.cite_page, name="cite"),
    path("<path:address>", works.work_or_passage, name="work"),
]
