import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reviewlint.errors import ReviewlintError
from reviewlint.facts.sources import keys
from reviewlint.facts.sources.answers import FILE, Answers
from reviewlint.facts.sources.base import SourceError
from reviewlint.facts.sources.pace import LONGEST_WAIT, Pace, retry_after
from reviewlint.facts.sources.web import MOST_BYTES, Client, Limits, SourceWeb
from reviewlint.facts.sources.wikidata import Wikidata

SECRET = "s3cr3t-of-the-tests"
TODAY = date(2026, 11, 29)


class Clock:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


SHORT, LONG = Limits(0.3, 0.3, 0.5), Limits()


def web(folder: Path, clock: Clock, *, day: date = TODAY, limits: Limits = SHORT) -> SourceWeb:
    client = Client(
        Answers(folder, print),
        contact="me@example.org",
        pace=Pace(clock, clock.sleep),
        limits=limits,
        clock=lambda: day,
    )
    return client.web(Wikidata())


def test_an_answer_is_kept_and_asked_for_once(httpserver: HTTPServer, cache_dir: Path, clock: Clock) -> None:
    httpserver.expect_ordered_request("/x", query_string={"a": "1"}).respond_with_json({"n": 1})
    url = httpserver.url_for("/x")
    assert web(cache_dir, clock).json(url, {"a": "1"}) == ({"n": 1}, TODAY)
    assert web(cache_dir, clock, day=date(2026, 12, 6)).json(url, {"a": "1"}) == ({"n": 1}, TODAY)
    httpserver.check_assertions()
    with pytest.raises(SourceError):  # eight days later it is asked again, and the server expects no more
        web(cache_dir, clock, day=date(2026, 12, 7)).json(url, {"a": "1"})


def test_a_host_that_is_busy_is_asked_again_as_it_wishes(httpserver: HTTPServer, cache_dir: Path, clock: Clock) -> None:
    httpserver.expect_ordered_request("/x").respond_with_data("", status=429, headers={"Retry-After": "7"})
    httpserver.expect_ordered_request("/x").respond_with_data("", status=503)
    httpserver.expect_ordered_request("/x").respond_with_json([1])
    assert web(cache_dir, clock).json(httpserver.url_for("/x")).data == [1]
    assert clock.slept == [7.0, 8.0]


def test_maxlag_is_busy_too(httpserver: HTTPServer, cache_dir: Path, clock: Clock) -> None:
    lag = {"error": {"code": "maxlag", "info": "Waiting for a database server: 9 seconds lagged."}}
    httpserver.expect_ordered_request("/x").respond_with_json(lag, headers={"Retry-After": "5"})
    httpserver.expect_ordered_request("/x").respond_with_json({"ok": 1})
    assert web(cache_dir, clock).json(httpserver.url_for("/x")).data == {"ok": 1}
    assert clock.slept == [5.0]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Response("", status=429, headers={"Retry-After": "86400"}), "wants to be left alone for 86,400 seconds."),
        (Response("", status=429), "Wikidata is too busy: it said so 3 times."),
        (Response("", status=403), "your key or contact is not accepted, or it is closed for now (status 403)"),
        (Response("", status=400), "Wikidata refuses: status 400."),
        (Response("{broken"), "Wikidata answers with something that is not JSON."),
        (Response("<html>Sorry</html>"), "Wikidata answers with a web page."),
        (Response(b"[" * 200_000), "Wikidata answers with something that is not JSON."),
        (Response(b" " * (MOST_BYTES + 1)), "Wikidata answers with more than 16 MB."),
        (Response("", status=302, headers={"Location": "http://evil.example/"}), "sends us to another server."),
        (Response("", status=302, headers={"Location": "/x"}), "from one address to the next"),
    ],
)  # fmt: skip
def test_a_source_in_trouble_is_one_clear_line(
    httpserver: HTTPServer, cache_dir: Path, clock: Clock, answer: Response, said: str
) -> None:
    httpserver.expect_request("/x").respond_with_handler(lambda _: answer)
    with pytest.raises(SourceError) as error:
        web(cache_dir, clock, limits=LONG).json(httpserver.url_for("/x"), {"k": "v"}, secret_params={"key": SECRET})
    assert said in str(error.value)
    assert SECRET not in str(error.value)
    assert "127.0.0.1" not in str(error.value)


def test_a_server_that_never_ends_is_left(httpserver: HTTPServer, cache_dir: Path, clock: Clock) -> None:
    from threading import Event

    done = Event()

    def dripping(_: Request) -> Response:
        def drops() -> object:
            while not done.wait(0.05):
                yield b" "

        return Response(drops())  # type: ignore[arg-type]

    httpserver.expect_request("/drip").respond_with_handler(dripping)
    httpserver.expect_request("/still").respond_with_handler(lambda _: Response(str(done.wait(5))))
    try:
        with pytest.raises(SourceError, match=r"does not come to an end within 0\.5 seconds"):
            web(cache_dir, clock).json(httpserver.url_for("/drip"))
        with pytest.raises(SourceError, match="does not answer in time"):
            web(cache_dir, clock).json(httpserver.url_for("/still"))
    finally:
        done.set()


def test_a_server_that_is_down(cache_dir: Path, clock: Clock) -> None:
    with pytest.raises(SourceError, match="Wikidata cannot be reached: Connection refused"):
        web(cache_dir, clock).json("http://127.0.0.1:9/", secret_params={"key": SECRET})


def test_a_source_that_fails_thrice_is_left_out(httpserver: HTTPServer, cache_dir: Path, clock: Clock) -> None:
    httpserver.expect_request("/bad").respond_with_data("", status=400)
    there = web(cache_dir, clock)
    for number in range(3):
        with pytest.raises(SourceError, match="status 400"):
            there.json(httpserver.url_for("/bad"), {"n": str(number)})
    with pytest.raises(SourceError, match="failed 3 times in a row and is left out of this run"):
        there.json(httpserver.url_for("/bad"))
    assert len(httpserver.log) == 3


def test_nothing_secret_is_kept(httpserver: HTTPServer, cache_dir: Path, clock: Clock) -> None:
    httpserver.expect_request("/x").respond_with_json({"token": "tok-of-the-tests"})
    there = web(cache_dir, clock)
    there.json(httpserver.url_for("/x"), secret_params={"key": SECRET}, secret_headers={"Authorization": SECRET})
    there.json(httpserver.url_for("/x"), {"t": "1"}, post={}, keep=False)
    kept = (cache_dir / FILE).read_bytes() + b"".join(path.read_bytes() for path in cache_dir.glob(f"{FILE}-*"))
    assert SECRET.encode() not in kept
    assert b"tok-of" not in kept
    sent = httpserver.log[0][0]
    assert sent.args["key"] == SECRET
    assert sent.headers["Authorization"] == SECRET


def test_a_missing_thing_is_none(httpserver: HTTPServer, cache_dir: Path, clock: Clock) -> None:
    httpserver.expect_request("/x").respond_with_data("not here", status=404)
    assert web(cache_dir, clock).json(httpserver.url_for("/x")).data is None


def test_a_post_is_told_from_others_by_its_body(httpserver: HTTPServer, cache_dir: Path, clock: Clock) -> None:
    httpserver.expect_request("/x", method="POST").respond_with_handler(
        lambda request: Response(json.dumps({"got": request.get_data(as_text=True)}))
    )
    there = web(cache_dir, clock)
    assert there.json(httpserver.url_for("/x"), post={"q": 1}).data == {"got": '{"q": 1}'}
    assert there.json(httpserver.url_for("/x"), post="fields name;").data == {"got": "fields name;"}


def test_a_host_is_asked_once_a_second(clock: Clock) -> None:
    pace = Pace(clock, clock.sleep)
    for host in ("a.example", "b.example", "a.example", "a.example", "127.0.0.1", "127.0.0.1"):
        pace.wait(host)
    assert clock.slept == [1.0, 1.0]
    pace.wait("slow.example", 2.0)
    pace.wait("slow.example", 2.0)
    assert clock.slept == [1.0, 1.0, 2.0]


def test_retry_after_is_seconds_or_a_date() -> None:
    now = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
    assert retry_after("120") == 120.0 == LONGEST_WAIT
    assert retry_after("Sun, 29 Nov 2026 12:00:30 GMT", now) == 30.0
    assert retry_after("Sun, 29 Nov 2026 11:00:00 GMT", now) == 0.0
    assert retry_after("soon") is retry_after(None) is None


def test_keys_come_from_the_environment_or_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.errors import NoKeyringError

    def none(service: str, name: str) -> str | None:
        raise NoKeyringError("none here")

    monkeypatch.setattr(keyring, "get_password", lambda service, name: f"{service}/{name}")
    assert keys.find_key("tmdb") == "reviewlint/tmdb"
    monkeypatch.setenv("REVIEWLINT_TMDB_KEY", " from-env ")
    assert keys.find_key("tmdb") == "from-env"
    monkeypatch.delenv("REVIEWLINT_TMDB_KEY")
    monkeypatch.setattr(keyring, "get_password", none)
    assert keys.find_key("tmdb") is None


def test_an_address_is_https_or_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = "https://www.wikidata.org/w/api.php"
    assert keys.address("wikidata", usual) == usual
    monkeypatch.setenv("REVIEWLINT_WIKIDATA_URL", "http://localhost:8080/w/api.php/")
    assert keys.address("wikidata", usual) == "http://localhost:8080/w/api.php"
    monkeypatch.setenv("REVIEWLINT_WIKIDATA_URL", "http://mirror.example/api")
    with pytest.raises(ReviewlintError, match="must begin with https://"):
        keys.address("wikidata", usual)
