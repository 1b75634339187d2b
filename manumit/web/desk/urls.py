"""The addresses of the desk, below /desk/. None holds a receipt."""

from django.urls import path

from manumit.web.desk import asking, mine

app_name = "desk"

urlpatterns = [
    path("", asking.promise_page, name="promise"),
    path("question/", asking.quick_page, name="quick"),
    path("case/", asking.case_page, name="case"),
    path("back/", mine.back_page, name="back"),
    path("receipt/", mine.receipt_page, name="receipt"),
    path("mine/", mine.mine_page, name="mine"),
    path("mine/file/<slug:name>/", mine.file_page, name="my-file"),
    path("leave/", mine.leave, name="leave"),
]
