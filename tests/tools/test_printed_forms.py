from tools import list_printed_forms


def test_the_page_of_printed_forms_shows_what_the_documents_print_now() -> None:
    assert list_printed_forms.PAGE.read_text("utf-8") == list_printed_forms.page()
