"""Trains the network for the tone of whole sentences: see docs/models/sentence-tone.md.

python train_sentence.py DATA ROWS MODELS OUT [--folds N]
  DATA    folder with sentiment/ (vocab.tsv, init_vectors_128.f16.npy)
  ROWS    folder with rated.jsonl, gold.jsonl, soft.jsonl (sentences.py), rated.tsv, plain.tsv (ToneTrainingRows),
          gold.pools.npy, soft.pools.npy (teacher.py)
  MODELS  folder with the transformers, as for teacher.py
  OUT     weights for the product (.bin), trained on all
With --folds, first measures by folds of articles: for each, teacher and network see nothing of the articles held out.
"""
import argparse
import json

import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold

from teacher import SCALE, Encoder
from tone_network import Shape, initial_parameters, initial_vectors, predict, train
from tone_rows import Rows
from tone_weights import write

RIDGE = 10
RATED_WEIGHT = 3


def sentences(path):
    return [json.loads(line) for line in open(path, encoding="utf8")]


def means_of_pools(rows, name):
    """Sentence means of both encoders, from the first target of each sentence that is not of the rated articles."""
    pools = np.load(f"{rows}/{name}.pools.npy", mmap_mode="r")
    first, at = [], 0
    for sentence in sentences(f"{rows}/{name}.jsonl"):
        if sentence["src"] != "nyt":
            first.append(at)
        at += len(sentence["targets"])
    size = 384
    chosen = pools[first].astype(np.float32)
    return np.hstack([chosen[:, :size], chosen[:, 3 * size:4 * size]])


def means_of_texts(models, texts):
    parts = []
    for name in ("mini", "bge"):
        encoder = Encoder(f"{models}/{name}")
        means = [vectors.mean(0) for text in texts for vectors, _ in encoder.encode([text])]
        parts.append(np.array([SCALE * mean / np.linalg.norm(mean) for mean in means], np.float32))
    return np.hstack(parts)


def squared_error(outputs, wanted):
    return (outputs[:, 0] - wanted) ** 2


class Study:
    """Everything the network is learnt from."""

    def __init__(self, options):
        self.options = options
        self.rated, self.plain = Rows(f"{options.rows}/rated.tsv"), Rows(f"{options.rows}/plain.tsv")
        texts = [sentence["text"] for sentence in sentences(f"{options.rows}/rated.jsonl")]
        self.rated_means = np.hstack([means_of_texts(options.models, texts), self.rated.features])
        means = np.vstack([means_of_pools(options.rows, "gold"), means_of_pools(options.rows, "soft")])
        self.plain_means = np.hstack([means, self.plain.features])
        self.vectors = initial_vectors(options.data, options.vocabulary, options.vector)

    def network(self, index):
        """Trained on the rated sentences of the index and on what a teacher fitted to them says of all others."""
        options = self.options
        teacher = Ridge(alpha=RIDGE).fit(self.rated_means[index], self.rated.score[index])
        judged = 0.5 * self.rated.score[index] + 0.5 * teacher.predict(self.rated_means[index])
        wanted = np.concatenate([teacher.predict(self.plain_means), judged]).astype(np.float32)
        weight = np.concatenate([np.ones(len(self.plain)), np.full(len(index), RATED_WEIGHT)]).astype(np.float32)
        rows = [np.concatenate(pair) for pair in zip(self.plain.inputs(), self.rated.inputs(index))]
        shape = Shape(options.width, options.filters, options.vector, self.rated.features.shape[1], 1, hidden=48)
        p = initial_parameters(shape, self.vectors, options.seed)
        p = train(p, rows, wanted, weight, squared_error, rate=2e-3, epochs=options.epochs, batch=128,
                  seed=options.seed, drop=options.drop)
        return p, teacher

    def fold(self, learnt, held):
        p, teacher = self.network(learnt)
        return predict(p, self.rated.inputs(held))[:, 0], teacher.predict(self.rated_means[held])


def correlation(a, b):
    return np.corrcoef(a, b)[0, 1]


def by_article(documents, scores):
    return np.array([scores[documents == document].mean() for document in sorted(set(documents))])


def report(name, rated, predicted):
    print(f"{name}: r {correlation(predicted, rated.score):.4f}, by article "
          f"{correlation(by_article(rated.document, predicted), by_article(rated.document, rated.score)):.4f}", flush=True)


def report_cuts(rated, predicted):
    """The cuts of the labels that give the best macro-F1; gold within half a point of zero is neutral."""
    gold = np.where(np.abs(rated.score) <= 0.5, 1, np.where(rated.score < 0, 0, 2))
    best = (0, 0, 0, 0)
    for low in np.arange(-1, 0.3, 0.02):
        for high in np.arange(low + 0.02, 1, 0.02):
            told = np.where(predicted < low, 0, np.where(predicted > high, 2, 1))
            f1 = np.mean([2 * ((told == c) & (gold == c)).sum() / max(1, (told == c).sum() + (gold == c).sum())
                          for c in range(3)])
            best = max(best, (f1, (told == gold).mean(), low, high))
    print("best cuts: macro-F1 %.4f, accuracy %.4f, negative below %.2f, positive above %.2f" % best)


def main():
    parser = argparse.ArgumentParser()
    for name in ("data", "rows", "models", "out"):
        parser.add_argument(name)
    parser.add_argument("--vocabulary", default="common/src/main/resources/org/newsweft/text/tone/words/vocabulary.txt")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--width", type=int, default=3)
    parser.add_argument("--filters", type=int, default=64)
    parser.add_argument("--vector", type=int, default=64)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--drop", type=float, default=0.2)
    parser.add_argument("--measure-only", action="store_true")
    options = parser.parse_args()
    study = Study(options)
    rated = study.rated
    if options.folds:
        told, taught = np.zeros(len(rated)), np.zeros(len(rated))
        for learnt, held in GroupKFold(options.folds).split(told, groups=rated.document):
            told[held], taught[held] = study.fold(learnt, held)
        report("teacher", rated, taught)
        report("network", rated, told)
        report_cuts(rated, told)
        np.save(f"{options.out}.held.npy", told)
    if options.measure_only:
        return
    p, _ = study.network(np.arange(len(rated)))
    write(options.out, {name: np.array(array) for name, array in p.items()})


if __name__ == "__main__":
    main()
