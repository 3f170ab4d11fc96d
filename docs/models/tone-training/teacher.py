"""The teacher of the tone networks: logistic regression on what two small transformers make of a sentence.

python teacher.py ROWS MODELS [NAME ...]
  ROWS    folder with gold.jsonl, soft.jsonl (sentences.py) and gold.tsv, soft.tsv (ToneTrainingRows)
  MODELS  folder with bge.onnx, bge.json, mini.onnx, mini.json (see README.md)
  NAME    further NAME.jsonl, NAME.tsv to measure on
Writes gold.teacher.npy (each target judged by a teacher that did not see its article) and soft.teacher.npy.
"""
import json
import sys
import time
import zlib

import numpy as np
import onnxruntime
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer

from tone_rows import Rows

FOLDS = 7
SCALE = 4.8
BATCH = 16
LONGEST = 160


class Encoder:
    """Token vectors of sentences, with the place of each token in its sentence."""

    def __init__(self, path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(path + ".onnx", options)
        self.names = [i.name for i in self.session.get_inputs()]
        self.tokenizer = Tokenizer.from_file(path + ".json")
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)

    def encode(self, texts):
        encodings = self.tokenizer.encode_batch(texts)
        longest = max(len(e.ids) for e in encodings)
        ids = np.zeros((len(texts), longest), np.int64)
        mask = np.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, :len(encoding.ids)] = encoding.ids
            mask[row, :len(encoding.ids)] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        vectors = self.session.run(None, {name: given[name] for name in self.names})[0]
        return [(vectors[row, :len(e.ids)], e.offsets) for row, e in enumerate(encodings)]


def pools(vectors, offsets, target):
    """Mean of the sentence, mean of the target's tokens, mean weighted by nearness to it; each of equal length."""
    spans = [(target["start"], target["end"])] + [tuple(span) for span in target["more"]]
    at = [i for i, (s, e) in enumerate(offsets) if e > s and any(s < q and p < e for p, q in spans)] or [0]
    positions = np.arange(len(offsets))
    distance = np.abs(positions[:, None] - np.array(at)[None]).min(1)
    weights = 1 / (1 + distance / 3)
    parts = (vectors.mean(0), vectors[at].mean(0), (weights[:, None] * vectors).sum(0) / weights.sum())
    return np.concatenate([SCALE * part / np.linalg.norm(part) for part in parts])


def embedded(encoders, sentences):
    """Pools of both encoders for every target, in the order of the sentences and of the targets in them."""
    first, count = [], 0
    for sentence in sentences:
        first.append(count)
        count += len(sentence["targets"])
    result, start = None, time.time()
    order = np.argsort([len(sentence["text"]) for sentence in sentences], kind="stable")
    for b in range(0, len(order), BATCH):
        batch = order[b:b + BATCH]
        by_encoder = [encoder.encode([sentences[i]["text"] for i in batch]) for encoder in encoders]
        for row, i in enumerate(batch):
            for t, target in enumerate(sentences[i]["targets"]):
                pooled = np.concatenate([pools(*encoded[row], target) for encoded in by_encoder])
                if result is None:
                    result = np.zeros((count, len(pooled)), np.float16)
                result[first[i] + t] = pooled
        if b // BATCH % 200 == 0:
            print(f"  {b} of {len(order)} sentences, {time.time() - start:.0f} s", flush=True)
    return result


def inputs(pooled, rows):
    return np.hstack([pooled.astype(np.float32), rows.features])


def fitted(x, y):
    return LogisticRegression(C=0.015, max_iter=400, tol=1e-3).fit(x, y)


def main(folder, models, *names):
    encoders = [Encoder(f"{models}/{name}") for name in ("mini", "bge")]
    x, rows = {}, {}
    for name in ("gold", *names, "soft"):
        sentences = [json.loads(line) for line in open(f"{folder}/{name}.jsonl", encoding="utf8")]
        rows[name] = Rows(f"{folder}/{name}.tsv")
        x[name] = inputs(embedded(encoders, sentences), rows[name])
        np.save(f"{folder}/{name}.pools.npy", x[name].astype(np.float16))
    gold = rows["gold"]
    fold = np.array([zlib.crc32(document.encode()) % FOLDS for document in gold.document])
    judged = np.zeros((len(gold), 3), np.float32)
    for held in range(FOLDS):
        judged[fold == held] = fitted(x["gold"][fold != held], gold.gold[fold != held]).predict_proba(
            x["gold"][fold == held])
    print(f"gold, by article: accuracy {(judged.argmax(1) == gold.gold).mean():.4f}", flush=True)
    np.save(f"{folder}/gold.teacher.npy", judged)
    teacher = fitted(x["gold"], gold.gold)
    for name in names:
        print(f"{name}: accuracy {(teacher.predict(x[name]) == rows[name].gold).mean():.4f}", flush=True)
    np.save(f"{folder}/soft.teacher.npy", teacher.predict_proba(x["soft"]).astype(np.float32))


if __name__ == "__main__":
    main(*sys.argv[1:])
