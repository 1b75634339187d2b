"""Who sends a form a byte at a time, to the centre as anybody starts it."""

from tests.web.slow_visitors import crowd, slow_body, waited


def test_a_reader_does_not_wait_for_a_hundred_who_send_forms_byte_by_byte(centre):
    with crowd(centre.address, slow_body, many=100, drip=True):
        for path in ("/about", "/desk/"):
            assert waited(f"{centre.address}{path}") is not None
