"""Trains the network for the tone toward a name: see docs/models/target-tone.md.

python train_target.py DATA ROWS OUT [options]
  DATA  folder with sentiment/ (vocab.tsv, init_vectors_128.f16.npy)
  ROWS  folder with gold.tsv, soft.tsv (ToneTrainingRows), gold.teacher.npy, soft.teacher.npy (teacher.py)
  OUT   weights for the product (.bin)
With --tune, one article in seven is held out of the training and measured.
"""
import argparse
import zlib

import jax
import numpy as np

from tone_network import Shape, initial_parameters, initial_vectors, predict, softmax, train
from tone_rows import Rows
from tone_weights import write


def measure(name, probabilities, gold):
    predicted = probabilities.argmax(1)
    f1 = [2 * ((predicted == c) & (gold == c)).sum() / max(1, (predicted == c).sum() + (gold == c).sum())
          for c in range(3)]
    print(f"{name}: accuracy {(predicted == gold).mean():.4f}, macro-F1 {np.mean(f1):.4f}, "
          f"by class {np.round(f1, 3)}, cross-entropy "
          f"{-np.log(probabilities[np.arange(len(gold)), gold]).mean():.4f}", flush=True)


def cross_entropy(logits, wanted):
    return -(wanted * jax.nn.log_softmax(logits)).sum(1)


def held_out(documents):
    return np.array([zlib.crc32(document.encode()) % 7 == 0 for document in documents])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("rows")
    parser.add_argument("out")
    parser.add_argument("--vocabulary", default="common/src/main/resources/org/newsweft/text/tone/words/vocabulary.txt")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--width", type=int, default=5)
    parser.add_argument("--filters", type=int, default=128)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--fine", type=int, default=2)
    parser.add_argument("--drop", type=float, default=0.2)
    parser.add_argument("--gold-share", type=float, default=0.5)
    parser.add_argument("--soft", type=int, default=0, help="use only so many soft targets")
    parser.add_argument("--students", nargs="*", default=[], help="what earlier networks say of soft, to learn from too")
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--extra", nargs="*", default=[], help="further files with rows in ROWS, to measure")
    options = parser.parse_args()

    gold, soft = Rows(f"{options.rows}/gold.tsv"), Rows(f"{options.rows}/soft.tsv")
    gold.teacher = np.load(f"{options.rows}/gold.teacher.npy")
    taught = [np.load(path) for path in (f"{options.rows}/soft.teacher.npy", *options.students)]
    soft.teacher = np.mean(taught, axis=0)
    held = held_out(gold.document) & options.tune
    learnt = np.where(~held)[0]
    distilled = np.where(~(held_out(soft.document) & options.tune))[0]
    if options.soft:
        distilled = distilled[:options.soft]

    one_hot = np.eye(3, dtype=np.float32)[gold.gold[learnt]]
    gold_wanted = options.gold_share * one_hot + (1 - options.gold_share) * gold.teacher[learnt]
    inputs = [np.concatenate(pair) for pair in zip(soft.inputs(distilled), gold.inputs(learnt))]
    wanted = np.vstack([soft.teacher[distilled], gold_wanted])
    weight = np.concatenate([np.ones(len(distilled)), np.full(len(learnt), 2)]).astype(np.float32)
    print(len(distilled), "soft and", len(learnt), "gold targets", flush=True)

    def report(p):
        if options.tune:
            measure("  held out", softmax(predict(p, gold.inputs(held))), gold.gold[held])

    vectors = initial_vectors(options.data, options.vocabulary, 128)
    shape = Shape(options.width, options.filters, 128, gold.features.shape[1], 3)
    p = initial_parameters(shape, vectors, options.seed)
    settings = {"seed": options.seed, "drop": options.drop, "after_epoch": report}
    p = train(p, inputs, wanted, weight, cross_entropy, rate=2e-3, epochs=options.epochs, batch=128, **settings)
    p = train(p, gold.inputs(learnt), gold_wanted, np.ones(len(learnt), np.float32), cross_entropy,
              rate=5e-4, epochs=options.fine, batch=64, **settings)
    for name in options.extra:
        rows = Rows(f"{options.rows}/{name}.tsv")
        probabilities = softmax(predict(p, rows.inputs()))
        np.save(f"{options.out}.{name}.npy", probabilities)
        if (rows.gold >= 0).all():
            measure(name, probabilities, rows.gold)
    write(options.out, {name: np.array(array) for name, array in p.items()})


if __name__ == "__main__":
    main()
