"""Collects the labelled and the unlabelled targets that the network for the tone toward a name learns from.

python sentences.py DATA OUT [COUNT]
  DATA   folder with sentiment/ and ner/ (see README.md)
  OUT    folder for gold.jsonl, soft.jsonl (sentences with their targets), rated.jsonl and plain.jsonl (without)
  COUNT  how many unlabelled sentences to take from ner/silver_open.jsonl.gz (default 24000)
"""
import csv
import gzip
import json
import random
import re
import sys

SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’)]*(?=\s+[\"“‘(]?[A-Z])|(?=\n)|$)")
SHARES = {  # of the unlabelled sentences; the sources whose texts come nearest to political news
    "us-senate-press": 0.42, "us-state-hrr": 0.14, "au-pm-transcripts": 0.16, "us-sotu": 0.06,
    "us-state-milestones": 0.08, "masc": 0.12, "gum-wikinews": 0.02}
KINDS = {"PER": 3, "ORG": 2, "LOC": 1, "NORP": 1}
TARGETS = 2


def grouped(lines):
    """Sentences in order of first appearance, with all targets given for each."""
    sentences = {}
    for line in lines:
        sentence = sentences.setdefault(
            line["text"], {"src": line["src"], "doc": line["doc"], "text": line["text"], "targets": []})
        target = {key: line[key] for key in ("start", "end", "more")}
        target["label"] = line.get("gold", "-")
        sentence["targets"].append(target)
    return list(sentences.values())


def read(path):
    with gzip.open(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def sentences_with_names(document):
    """Sentences of one document with up to TARGETS of the names in them; equal names are one target."""
    spans = sorted(tuple(span[:3]) for span in document["spans"] if span[2] in KINDS)
    first = 0
    for match in SENTENCE.finditer(document["text"]):
        start, end = match.span()
        while first < len(spans) and spans[first][0] < start:
            first += 1
        inside = [span for span in spans[first:first + 30] if span[1] <= end]
        text = match.group()
        if not (40 <= len(text) <= 330 and inside):
            continue
        mentions = {}
        for s, e, kind in inside:
            mentions.setdefault(document["text"][s:e], []).append((s - start, e - start, kind))
        chosen = sorted(mentions.values(), key=lambda m: (-KINDS[m[0][2]], m[0][0]))[:TARGETS]
        yield {
            "src": document["source"], "doc": document["id"].split("#")[0], "text": text,
            "targets": [{"start": m[0][0], "end": m[0][1], "more": [list(x[:2]) for x in m[1:]], "label": "-"}
                        for m in chosen]}


def unlabelled(data, count):
    by_source = {source: [] for source in SHARES}
    for document in read(f"{data}/ner/silver_open.jsonl.gz"):
        if document["source"] in by_source:
            by_source[document["source"]].extend(sentences_with_names(document))
    chooser = random.Random(7)
    chosen = []
    for source, share in SHARES.items():
        sentences = by_source[source]
        chosen += chooser.sample(sentences, min(len(sentences), int(share * count)))
    return chosen


def rated(data):
    """The sentences of nyt_sentences.csv: `doc` is the article, `score` the mean of twenty ratings from -4 to 4."""
    with open(f"{data}/sentiment/nyt_sentences.csv", encoding="utf8", newline="") as file:
        return [{"src": "nyt", "doc": row["id"].split("_")[0], "text": row["text"], "score": float(row["score_-4_4"])}
                for row in csv.DictReader(file)]


def without_targets(sentences):
    """Sentences to learn the tone of as a whole; none of the rated articles, of which some are held out each time."""
    return [{key: s[key] for key in ("src", "doc", "text")} for s in sentences if s["src"] != "nyt"]


def write_sentences(path, sentences):
    with open(path, "w", encoding="utf8") as file:
        for sentence in sentences:
            file.write(json.dumps(sentence, ensure_ascii=False) + "\n")
    print(path, len(sentences), "sentences")


def main(data, out, count="24000"):
    gold = grouped(read(f"{data}/sentiment/soft_targets_newsmtsc.jsonl.gz"))
    known = {sentence["text"] for sentence in gold}
    soft = grouped(read(f"{data}/sentiment/soft_targets.jsonl.gz"))
    taken = known | {sentence["text"] for sentence in soft}
    soft += [sentence for sentence in unlabelled(data, int(count)) if sentence["text"] not in taken]
    write_sentences(f"{out}/gold.jsonl", gold)
    write_sentences(f"{out}/soft.jsonl", soft)
    write_sentences(f"{out}/rated.jsonl", rated(data))
    write_sentences(f"{out}/plain.jsonl", without_targets(gold + soft))


if __name__ == "__main__":
    main(*sys.argv[1:])
