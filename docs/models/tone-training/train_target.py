"""Trains the network of org.newsweft.text.tone.ConvolutionalTargetTone: see docs/models/target-tone.md.

python train_target.py DATA ROWS OUT [--seed N] [--tune]
  DATA  folder with sentiment/ (vocab.tsv, init_vectors_128.f16.npy)
  ROWS  folder with gold.tsv, soft.tsv as ToneTrainingRows writes them
  OUT   weights for the product (.bin)
With --tune, one article in seven is held out of the training and measured.
"""
import argparse
import os
import time
import zlib

os.environ.setdefault(
    "XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np
import optax

from tone_rows import Rows
from tone_weights import write

DISTANCES, DISTANCE_SIZE, HIDDEN = 15, 10, 64
FIRST_WORD = 5

parser = argparse.ArgumentParser()
parser.add_argument("data")
parser.add_argument("rows")
parser.add_argument("out")
parser.add_argument("--vocabulary", default="common/src/main/resources/org/newsweft/text/tone/vocabulary.txt")
parser.add_argument("--seed", type=int, default=0)
parser.add_argument("--width", type=int, default=5)
parser.add_argument("--filters", type=int, default=128)
parser.add_argument("--epochs", type=int, default=4)
parser.add_argument("--fine", type=int, default=2)
parser.add_argument("--drop", type=float, default=0.2)
parser.add_argument("--gold-share", type=float, default=0.5)
parser.add_argument("--tune", action="store_true")
parser.add_argument("--extra", nargs="*", default=[], help="further files with rows in ROWS, for measuring only")
options = parser.parse_args()


def initial_vectors():
    vectors = np.load(f"{options.data}/sentiment/init_vectors_128.f16.npy").astype(np.float32)
    lines = open(f"{options.data}/sentiment/vocab.tsv", encoding="utf8").read().split("\n")
    row = {line.split("\t")[0]: i for i, line in enumerate(lines) if line}
    words = [line.rstrip("\n") for line in open(options.vocabulary, encoding="utf8")]
    return vectors[[row[word] for word in words]]


def initial_parameters():
    random = np.random.RandomState(options.seed)
    vectors = initial_vectors()
    size = vectors.shape[1]

    def he(*shape):
        return (random.randn(*shape) * np.sqrt(2 / np.prod(shape[:-1]))).astype(np.float32)

    special = random.randn(FIRST_WORD - 1, size) * 0.25
    filters = options.filters
    return {
        "vectors": np.vstack([np.zeros((1, size)), special, vectors]).astype(np.float32),
        "distances": (random.randn(DISTANCES, DISTANCE_SIZE) * 0.3).astype(np.float32),
        "convolution": he(options.width, size + DISTANCE_SIZE + 2, filters),
        "convolution_bias": np.zeros(filters, np.float32),
        "attention": he(filters, 1)[:, 0] * 0.1,
        "attention_distance": np.zeros(DISTANCES, np.float32),
        "hidden": he(5 * filters + FEATURES, HIDDEN),
        "hidden_bias": np.zeros(HIDDEN, np.float32),
        "output": he(HIDDEN, 3) * 0.5,
        "output_bias": np.zeros(3, np.float32),
    }


def convolve(inputs, kernel, bias):
    half = kernel.shape[0] // 2
    length = inputs.shape[1]
    padded = jnp.pad(inputs, ((0, 0), (half, half), (0, 0)))
    windows = jnp.concatenate([padded[:, k:k + length] for k in range(kernel.shape[0])], -1)
    return windows @ kernel.reshape(-1, kernel.shape[-1]) + bias


def dropped(key, array):
    keep = 1 - options.drop
    return array * jax.random.bernoulli(key, keep, array.shape) / keep


def logits(p, words, distances, negated, values, weights, features, key=None):
    mask = (words > 0).astype(jnp.float32)
    if key is not None:
        key_words, key_inputs, key_pooled = jax.random.split(key, 3)
        hide = (jax.random.uniform(key_words, words.shape) < 0.06) & (words >= FIRST_WORD)
        words = jnp.where(hide, 1, words)
    inputs = jnp.concatenate(
        [p["vectors"][words], p["distances"][distances], negated[..., None], values[..., None]], -1)
    inputs = inputs * mask[..., None]
    if key is not None:
        inputs = dropped(key_inputs, inputs)
    hidden = jax.nn.relu(convolve(inputs, p["convolution"], p["convolution_bias"])) * mask[..., None]
    attention = hidden @ p["attention"] + p["attention_distance"][distances] + (mask - 1) * 1e4
    attention = jax.nn.softmax(attention, -1)
    near = weights * mask
    near = near / near.sum(1, keepdims=True).clip(1e-6)
    even = mask / mask.sum(1, keepdims=True).clip(1)
    target = ((words == 2) | (words == 3)).astype(jnp.float32)
    target = target / target.sum(1, keepdims=True).clip(1)

    def pooled(share):
        return (share[..., None] * hidden).sum(1)

    pools = jnp.concatenate(
        [pooled(attention), hidden.max(1), pooled(near), pooled(target), pooled(even), features], -1)
    if key is not None:
        pools = dropped(key_pooled, pools)
    return jax.nn.relu(pools @ p["hidden"] + p["hidden_bias"]) @ p["output"] + p["output_bias"]


def loss(p, batch, wanted, weight, key):
    cross_entropy = -(wanted * jax.nn.log_softmax(logits(p, *batch, key=key))).sum(1)
    decay = sum((p[name] ** 2).sum() for name in ("convolution", "hidden", "output"))
    return (cross_entropy * weight).mean() + 1e-5 * decay


def train(p, data, wanted, weight, rate, epochs, size):
    count = len(wanted)
    steps = max(1, epochs * (count // size))
    schedule = optax.warmup_cosine_decay_schedule(0, rate, min(100, steps // 10 + 1), steps, rate * 0.02)
    optimizer = optax.adamw(schedule, b2=0.99, weight_decay=1e-3)
    state = optimizer.init(p)

    @jax.jit
    def step(p, state, batch, wanted, weight, key):
        value, gradient = jax.value_and_grad(loss)(p, batch, wanted, weight, key)
        updates, state = optimizer.update(gradient, state, p)
        return optax.apply_updates(p, updates), state, value

    key = jax.random.PRNGKey(options.seed)
    random = np.random.RandomState(options.seed)
    lengths = (data[0] > 0).sum(1)
    start = time.time()
    for epoch in range(epochs):
        batches = []
        for low, high in ((0, 24), (24, 40), (40, 64)):
            order = random.permutation(np.where((lengths > low) & (lengths <= high))[0])
            batches += [(high, order[s:s + size]) for s in range(0, len(order) // size * size, size)]
        total = 0.0
        for b in random.permutation(len(batches)):
            high, index = batches[b]
            key, used = jax.random.split(key)
            batch = [array[index][:, :high] if array.ndim == 2 and k < 5 else array[index]
                     for k, array in enumerate(data)]
            p, state, value = step(p, state, batch, wanted[index], weight[index], used)
            total += float(value)
        print(f"  epoch {epoch}: loss {total / len(batches):.4f}, {time.time() - start:.0f} s", flush=True)
        if options.tune:
            measure(p, "  held out", GOLD, HELD)
    return p


predict_batch = jax.jit(lambda p, *batch: jax.nn.softmax(logits(p, *batch)))


def predict(p, rows, index):
    inputs = rows.inputs(index)
    parts = []
    for s in range(0, len(inputs[0]), 512):
        batch = [array[s:s + 512] for array in inputs]
        size = len(batch[0])
        batch = [np.concatenate([array, np.repeat(array[:1], 512 - size, 0)]) for array in batch]
        parts.append(np.array(predict_batch(p, *batch))[:size])
    return np.vstack(parts)


def measure(p, name, rows, index):
    predicted = predict(p, rows, index).argmax(1)
    gold = rows.gold[index]
    f1 = [2 * ((predicted == c) & (gold == c)).sum() / max(1, (predicted == c).sum() + (gold == c).sum())
          for c in range(3)]
    accuracy = (predicted == gold).mean()
    print(f"{name}: accuracy {accuracy:.4f}, macro-F1 {np.mean(f1):.4f}, by class {np.round(f1, 3)}", flush=True)


GOLD, SOFT = Rows(f"{options.rows}/gold.tsv"), Rows(f"{options.rows}/soft.tsv")
FEATURES = GOLD.features.shape[1]
fold = {d: zlib.crc32(d.encode()) % 7 for d in set(GOLD.document) | set(SOFT.document)}
HELD = np.where([fold[d] == 0 for d in GOLD.document])[0]
gold_index, soft_index = np.arange(len(GOLD)), np.arange(len(SOFT))
if options.tune:
    held_documents = set(GOLD.document[HELD])
    gold_index = np.setdiff1d(gold_index, HELD)
    soft_index = soft_index[[d not in held_documents for d in SOFT.document]]
one_hot = np.eye(3, dtype=np.float32)[GOLD.gold]
gold_wanted = (options.gold_share * one_hot + (1 - options.gold_share) * GOLD.teacher)[gold_index]
data = [np.concatenate([s, g]) for s, g in zip(SOFT.inputs(soft_index), GOLD.inputs(gold_index))]
wanted = np.vstack([SOFT.teacher[soft_index], gold_wanted])
weight = np.concatenate([np.ones(len(soft_index)), np.full(len(gold_index), 2.0)]).astype(np.float32)
print(len(soft_index), "soft and", len(gold_index), "gold targets", flush=True)
parameters = train(initial_parameters(), data, wanted, weight, 2e-3, options.epochs, 128)
parameters = train(parameters, GOLD.inputs(gold_index), gold_wanted, np.ones(len(gold_index), np.float32),
                   5e-4, options.fine, 64)
for name in options.extra:
    rows = Rows(f"{options.rows}/{name}.tsv")
    measure(parameters, name, rows, np.arange(len(rows)))
    np.save(options.out + "." + name + ".npy", predict(parameters, rows, np.arange(len(rows))))
write(options.out, {name: np.array(array) for name, array in parameters.items()})
