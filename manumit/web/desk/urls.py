"""The addresses of the desk, below /desk/. None holds a receipt."""

from django.urls import path

from manumit.web.desk import (
    asking,
    door_words,
    entrance,
    mine,
    packs,
    paragraphs,
    people,
    practice,
    research,
    staff,
)

app_name = "desk"

urlpatterns = [
    path("", asking.promise_page, name="promise"),
    path("question/", asking.quick_page, name="quick"),
    path("question/from-guide/", asking.from_guide_page, name="from-guide"),
    path("case/", asking.case_page, name="case"),
    path("back/", mine.back_page, name="back"),
    path("receipt/", mine.receipt_page, name="receipt"),
    path("mine/", mine.mine_page, name="mine"),
    path("mine/file/<slug:name>/", mine.file_page, name="my-file"),
    path("mine/answer/<slug:name>/<slug:kind>/", packs.my_pack, name="my-pack"),
    path("leave/", mine.leave, name="leave"),
    path("staff/", staff.list_page, name="list"),
    path("staff/enrol/", entrance.enrol_page, name="enrol"),
    path("staff/code/", entrance.prove_code, name="code"),
    path("staff/unlock/", entrance.unlock_page, name="unlock"),
    path("staff/lock/", entrance.lock, name="lock"),
    path("staff/conflicts/", staff.conflicts_page, name="conflicts"),
    path("staff/people/", people.people_page, name="people"),
    path("staff/words/", door_words.door_words_page, name="door-words"),
    path("staff/paragraphs/", paragraphs.paragraphs_page, name="paragraphs"),
    path("staff/paragraphs/new/", paragraphs.paragraph_page, name="new-paragraph"),
    path("staff/paragraphs/<int:pk>/", paragraphs.paragraph_page, name="paragraph"),
    path("staff/case/<slug:case>/", staff.staff_case_page, name="staff-case"),
    path("staff/case/<slug:case>/law/", research.research_page, name="research"),
    path("staff/case/<slug:case>/note/", practice.note_page, name="note"),
    path("staff/case/<slug:case>/pack/<slug:name>/<slug:kind>/", packs.staff_pack, name="pack"),
    path("staff/case/<slug:case>/<slug:name>/", staff.staff_file_page, name="staff-file"),
]
