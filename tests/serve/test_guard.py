"""Nobody but the page itself gets an answer, and no answer lets a browser do more than the page needs."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import HOST, PORT, TOKEN

OWN = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}


def test_the_page_itself_is_answered(client: TestClient) -> None:
    assert client.post("/api/drafts", content="{}", headers=OWN).status_code == 200
    by_name = OWN | {"Host": f"localhost:{PORT}", "Origin": f"http://localhost:{PORT}"}
    assert client.post("/api/drafts", content="{}", headers=by_name).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", f"localhost.evil.com:{PORT}", ""]
)
@pytest.mark.parametrize("path", ["/", "/page.js", "/api/drafts"])
def test_a_name_that_leads_here_is_refused(client: TestClient, host: str, path: str) -> None:
    """A name of somebody's own that resolves to this machine (DNS rebinding) is not ours."""
    assert client.get(path, headers=OWN | {"Host": host}).status_code == 400


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", f"https://127.0.0.1:{PORT}", "http://127.0.0.1:1", ""]
)
def test_another_site_is_refused(client: TestClient, origin: str) -> None:
    answer = client.post("/api/drafts", content="{}", headers=OWN | {"Origin": origin})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_began_is_refused(client: TestClient, site: str) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": site}).status_code == 403
    assert client.post("/api/drafts", content="{}", headers=OWN | {"Sec-Fetch-Site": site}).status_code == 403


@pytest.mark.parametrize(
    "given", [None, "", TOKEN, "Bearer", "Bearer ", f"Bearer {TOKEN}x", "Bearer é", f"Basic {TOKEN}"]
)
def test_without_the_token_nothing_is_told(client: TestClient, given: str | None) -> None:
    headers = {b"content-type": b"application/json", b"origin": HOST.encode()}
    if given is not None:
        headers[b"authorization"] = given.encode("latin-1")
    answer = client.post("/api/drafts", content="{}", headers=headers)
    assert answer.status_code == 403
    assert "look-back" not in answer.text


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_can_send_is_refused(client: TestClient, kind: str) -> None:
    assert client.post("/api/drafts", content="{}", headers=OWN | {"Content-Type": kind}).status_code == 415


def test_no_leave_is_given_to_other_sites(client: TestClient) -> None:
    preflight = {"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/api/drafts", headers=preflight)
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    "path", ["/", "/page.js", "/page.css", "/icon.svg", "/licences.txt", "/nothing", "/api/drafts"]
)
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


def test_the_policy_allows_no_code_but_the_page_s_own(client: TestClient) -> None:
    first, second = client.get("/"), client.get("/")
    policy = first.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert f'<meta name="nonce" content="{nonce}">' in first.text
    assert policy != second.headers["content-security-policy"]


def test_the_page_holds_no_secret(client: TestClient) -> None:
    for path in ("/", "/page.js", "/page.css"):
        assert TOKEN not in client.get(path).text


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_questions_are_posted(client: TestClient, method: str) -> None:
    assert client.request(method, "/api/drafts", headers=OWN).status_code == 405


@pytest.mark.parametrize(
    "path", ["/../pyproject.toml", "/page/../app.py", "/%2e%2e/app.py", "/SHA256SUMS", "/index.html"]
)
def test_there_are_no_other_files(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
