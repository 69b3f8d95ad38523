"""JSON, GitHub's workflow commands and SARIF."""

from __future__ import annotations

import json as standard_json

from reported import CHINESE, ENGLISH, line_at

from handbook.cli.report import github, json, sarif
from handbook.problems import RULES


def test_json_gives_every_part_of_a_finding() -> None:
    rows = standard_json.loads(json.report(CHINESE))
    assert rows[0] == {
        "path": "content/auto/visits.yml",
        "line": 12,
        "column": 9,
        "rule": "unknown-reference",
        "severity": "error",
        "message": "找不到“visit-oficer”",
        "hint": "是不是“visit-officer”（content/auto/roles.yml:4:3）？",
    }
    assert [row["hint"] for row in rows][-1] is None


def test_json_of_nothing_is_an_empty_list() -> None:
    assert standard_json.loads(json.report([])) == []


def test_github_gets_one_line_a_finding_with_what_separates_escaped() -> None:
    assert github.report(ENGLISH).splitlines() == [
        "::error file=content/auto/visits.yml,line=12,col=9,title=unknown-reference"
        "::unknown id 'visit-oficer'%0Adid you mean 'visit-officer' (content/auto/roles.yml:4:3)?",
        "::error file=content/称呼%2C一.yml,line=2,col=17,title=unknown-reference"
        "::100%25 unknown: 'nowhere'%0Adefine it,%0Aor check the spelling",
    ]


def test_sarif_has_the_parts_that_the_standard_demands() -> None:
    log = standard_json.loads(sarif.report(CHINESE, "zh-CN", line_at, "1.2.3"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("handbook", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    for result, finding in zip(run["results"], CHINESE, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] == finding.severity
        assert result["message"]["text"].startswith(finding.message)


def test_sarif_counts_columns_in_utf16_and_escapes_addresses() -> None:
    log = standard_json.loads(sarif.report(ENGLISH, "en", line_at, "1"))
    place = log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "startColumn": 18}
    assert place["artifactLocation"]["uri"] == "content/%E7%A7%B0%E5%91%BC%2C%E4%B8%80.yml"
