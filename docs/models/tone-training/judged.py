"""Finds the sentences of judged.tsv, whose texts are not in the tree, in the data, for the head to learn from.

python judged.py DATA ROWS
  DATA  folder with sentiment/soft_targets.jsonl.gz and ner/running_train.jsonl.gz
  ROWS  folder for judged.jsonl, which ToneHeadRows turns into judged.hr
"""
import gzip
import hashlib
import json
import os
import sys

from sentences import SENTENCE


def texts(data):
    """Every sentence that may have been judged, with its article."""
    with gzip.open(f"{data}/sentiment/soft_targets.jsonl.gz", "rt", encoding="utf8") as file:
        for line in file:
            record = json.loads(line)
            yield record["text"], record["doc"]
    with gzip.open(f"{data}/ner/running_train.jsonl.gz", "rt", encoding="utf8") as file:
        for line in file:
            article = json.loads(line)
            for match in SENTENCE.finditer(article["text"]):
                yield match.group(), article["id"]


def main(data, rows):
    found = {hashlib.sha1(text.encode()).hexdigest()[:16]: (text, document) for text, document in texts(data)}
    here = os.path.dirname(os.path.abspath(__file__))
    missing = 0
    with open(f"{here}/judged.tsv", encoding="utf8") as lines, open(f"{rows}/judged.jsonl", "w", encoding="utf8") as out:
        for line in lines:
            if line.startswith("#"):
                continue
            source, key, spans, label, chosen = line.rstrip("\n").split("\t")
            if key not in found:
                missing += 1
                continue
            text, document = found[key]
            spans = [[int(offset) for offset in span.split("-")] for span in spans.split(",")]
            target = {"start": spans[0][0], "end": spans[0][1], "more": spans[1:], "label": label}
            out.write(json.dumps({"src": f"{source}|{chosen}|0", "doc": document, "text": text, "targets": [target]}) + "\n")
    print(missing, "sentences not found")


if __name__ == "__main__":
    main(*sys.argv[1:])
