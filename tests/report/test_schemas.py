"""SARIF and JUnit by the schemas of those who read them.

The schemas are other people's, so they are not kept here. `.ci/run` fetches them and names their folder in
REVIEWLINT_SCHEMAS; elsewhere these tests are left out.
"""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from reviewlint.errors import ReviewlintError
from reviewlint.report import FORMATS, Report, write_report
from tests.report.example import report

FOLDER = os.environ.get("REVIEWLINT_SCHEMAS")
pytestmark = pytest.mark.skipif(FOLDER is None, reason="REVIEWLINT_SCHEMAS names no folder with the schemas")
FAILED = Report((), (ReviewlintError("Not UTF-8.", path="a,b:c.md", line=3, hint="Save it anew."),))
REPORTS = {"shared": report(80), "failed": FAILED, "empty": Report(())}


def printed(form: str, name: str) -> str:
    out = io.StringIO()
    write_report(FORMATS[form], REPORTS[name], out)
    return out.getvalue()


@pytest.mark.parametrize("name", REPORTS)
def test_sarif_is_sarif(name: str) -> None:
    import jsonschema

    schema = json.loads(Path(FOLDER or "", "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(json.loads(printed("sarif", name)))


@pytest.mark.parametrize("name", REPORTS)
def test_junit_is_junit(name: str) -> None:
    import xmlschema

    xmlschema.XMLSchema(str(Path(FOLDER or "", "junit-10.xsd"))).validate(printed("junit", name))


def test_the_schemas_can_say_no() -> None:
    import jsonschema
    import xmlschema

    schema = json.loads(Path(FOLDER or "", "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(printed("sarif", "shared"))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not jsonschema.Draft7Validator(schema).is_valid(log)
    xml = printed("junit", "shared").replace("<testsuite ", "<suite ").replace("</testsuite>", "</suite>")
    assert not xmlschema.XMLSchema(str(Path(FOLDER or "", "junit-10.xsd"))).is_valid(xml)
