import pytest, collections
from django.test import Client
from manumit.library.models import Work
from tests.staff import *
from tests.web.crawl import *
pytestmark = pytest.mark.usefixtures("starter")
def test_probe():
    ids={k: Work.objects.filter(kind=k).first().pk for k in ("judgment","instrument","legislation","publication")}
    all_=addresses(ids); print(len(all_))
    out=open("/tmp/probe_acc.txt","w")
    clients={}
    for r in ("editor","reviewer","administrator","desk-adviser"):
        c=StaffClient(raise_request_exception=False); c.force_login(person_with(r,email=r+"@x.org")); clients[r]=c
    import time
    t=time.time()
    for a in all_:
        row=[]
        for r,c in clients.items():
            try: row.append(outcome(c,"GET",a))
            except AssertionError as e: row.append("ERR"+str(e)[:10])
        print(a,*row,file=out,flush=True)
    print(time.time()-t,file=out)
