#!/usr/bin/env python3
"""A Singer tap of everything that is public: all of it the first time, then what has changed, deletions too.

    python3 tap_infitah.py --config config.json [--state state.json] | target-…

config.json: {"source": "https://host"}. Needs Python 3.9 and nothing besides. Records hold `id`, `revision` and `data` as the
feed tells it; what is gone comes with `_sdc_deleted_at`. The state is a position: keep the last one that the target gives out.
"""
import argparse, json, sys, time, urllib.error, urllib.parse, urllib.request

arguments = argparse.ArgumentParser()
arguments.add_argument("--config", required=True)
arguments.add_argument("--state")
arguments.add_argument("--catalog")
options = arguments.parse_args()
source = json.load(open(options.config))["source"]
state = json.load(open(options.state)) if options.state else {}
position = state.get("position")


def read(path):
    for _ in range(60):
        try:
            return urllib.request.urlopen(urllib.parse.urljoin(source, path), timeout=60)
        except urllib.error.HTTPError as error:
            if error.code < 500 and error.code != 429:
                raise
            time.sleep(int(error.headers.get("Retry-After") or 2))
    sys.exit("the service is not ready")


def write(**message):
    print(json.dumps(message, ensure_ascii=False))


def record(one, deleted_at=None):
    fields = {key: one.get(key) for key in ("id", "revision", "data")}
    write(type="RECORD", stream=one["type"], record={**fields, "_sdc_deleted_at": deleted_at})


properties = {
    "id": {"type": "string", "format": "uuid"},
    "revision": {"type": ["integer", "null"]},
    "data": {"type": ["object", "null"]},
    "_sdc_deleted_at": {"type": ["string", "null"], "format": "date-time"},
}
for table in json.load(read("/v1/dictionary"))["data"]:
    schema = {"type": "object", "properties": properties}
    write(type="SCHEMA", stream=table["type"], schema=schema, key_properties=["id"])

while True:
    try:
        page = position and json.load(read(f"/v1/changes?limit=500&after={position}"))
    except urllib.error.HTTPError as error:
        if error.code not in (400, 410):
            raise
        page = None  # Too far behind, or of another installation: all of it again.
    if page is None:
        snapshot = json.load(read("/v1/snapshots/latest"))
        for file in (one for one in snapshot["files"] if one["format"] == "ndjson"):
            for line in read(file["url"]):
                record(json.loads(line))
        position = snapshot["position"]
    else:
        for change in page["data"]:
            record(change, change["occurred_at"] if change["data"] is None else None)
        position = page["page"]["next_cursor"]
    write(type="STATE", value={"position": position})
    sys.stdout.flush()
    if page and not page["data"]:
        break
