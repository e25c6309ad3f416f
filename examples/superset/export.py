# SPDX-License-Identifier: PostgreSQL
"""Writes the dashboard of a running Superset into a directory, as Superset's own export, made easy to read and to compare:
text in its own letters, SQL in blocks, files named for what they hold, numbers of rows of this one installation left out
(import finds everything by uuid). Superset imports the result as it is.

Called by dashboard.sh with EXPORT=1: export.py DIRECTORY
"""

import re
import sys
import unicodedata
from pathlib import Path

import yaml
from flask import g

from superset.app import create_app


class Readable(yaml.SafeDumper):
    """Text of several lines stands in a block."""


def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    lines = value.split("\n")
    if len(lines) > 1:
        value = "\n".join(line.rstrip() for line in lines)
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if len(lines) > 1 else None)


Readable.add_representer(str, text)


def dump(data: dict) -> str:
    return yaml.dump(data, Dumper=Readable, sort_keys=False, allow_unicode=True, width=100000)


def slug(title: str) -> str:
    """The English half of a title, as a file name."""
    plain = unicodedata.normalize("NFKD", title.split(" · ")[-1].lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def renumber(node, numbers: dict[int, int]) -> None:
    """Charts are numbered by their place in the dashboard: import maps numbers to what it makes through the layout."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "chartId":
                node[key] = numbers[value]
            elif key in ("excluded", "chartsInScope") and isinstance(value, list):
                node[key] = sorted(numbers[n] for n in value if n in numbers)
            else:
                renumber(value, numbers)
    elif isinstance(node, list):
        for value in node:
            renumber(value, numbers)


def in_order(position: dict, name: str = "ROOT_ID"):
    node = position[name]
    if node["type"] == "CHART":
        yield node["meta"]["chartId"]
    for child in node.get("children", []):
        yield from in_order(position, child)


def readable(name: str, content: str) -> tuple[str, str]:
    data = yaml.safe_load(content)
    kind = name.split("/")[0]
    if kind == "databases":
        name = f"databases/{slug(data['database_name'])}.yaml"
    elif kind == "datasets":
        name = f"datasets/{data['table_name']}.yaml"
        data["metrics"].sort(key=lambda metric: metric["metric_name"])
        data["columns"].sort(key=lambda column: column["column_name"])
    elif kind == "charts":
        name = f"charts/{slug(data['slice_name'])}.yaml"
        for number in ("datasource", "slice_id", "dashboards"):
            data["params"].pop(number, None)
    elif kind == "dashboards":
        name = f"dashboards/{slug(data['dashboard_title'])}.yaml"
        numbers = {old: new for new, old in enumerate(in_order(data["position"]), 1)}
        renumber(data, numbers)
        # made anew from the layout whenever the dashboard is opened
        for key in ("chart_configuration", "global_chart_configuration", "map_label_colors", "shared_label_colors", "label_colors"):
            data["metadata"].pop(key, None)
        for native in data["metadata"].get("native_filter_configuration", []):
            native.pop("tabsInScope", None)
            native.pop("chartsInScope", None)
    elif name == "metadata.yaml":
        data["timestamp"] = "2026-01-01T00:00:00+00:00"
    return name, dump(data)


def main(directory: Path) -> None:
    with create_app().app_context():
        from superset import db, security_manager
        from superset.commands.dashboard.export import ExportDashboardsCommand
        from superset.models.dashboard import Dashboard

        g.user = security_manager.find_user("admin")
        ids = [number for (number,) in db.session.query(Dashboard.id)]
        for name, content in ExportDashboardsCommand(ids).run():
            name, content = readable(name, content() if callable(content) else content)
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
