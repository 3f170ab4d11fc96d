"""Draws what is judged by hand in identity.md: python3 draw_identity_pairs.py SEED NAME=WAREHOUSE... > drawn.tsv

Needs duckdb. The same seed over the same warehouses draws the same rows. Texts are not printed: read them in the warehouse.
"""

import random
import sys

import duckdb

PAIRS = 100


def main(seed, warehouses):
    chance = random.Random(seed)
    other_name, other_words, led = [], [], []
    for corpus, warehouse in warehouses:
        lake = duckdb.connect()
        for table in ("mentions", "documents", "entity_decisions"):
            lake.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{warehouse}/tables/{table}/*.parquet')")
        names = {}
        for entity, local, surface, sources in lake.execute("""
                SELECT m.entity_id, m.local_id, m.surface, list(DISTINCT d.source ORDER BY d.source)
                FROM mentions m JOIN documents d USING (doc_id)
                WHERE m.type IN ('person', 'organization') AND m.entity_id NOT LIKE '%~%' AND NOT d.is_copy
                GROUP BY ALL ORDER BY ALL""").fetchall():
            names.setdefault(entity, []).append((local, surface, sources))
        for entity in sorted(names):
            pairs = [(a, b) for i, a in enumerate(names[entity]) for b in names[entity][i + 1:]]
            chance.shuffle(pairs)
            seen = set()
            for a, b in pairs:
                same = a[0] == b[0]
                key = "words" if same else (a[0], b[0])
                documents = chance.choice(a[2]), chance.choice(b[2])
                if key in seen or documents[0] == documents[1] or (same and a[1].lower() == b[1].lower()):
                    continue
                seen.add(key)
                row = (corpus, entity, a[0], a[1], documents[0], b[0], b[1], documents[1])
                (other_words if same else other_name).append(row)
        led += [(corpus, *row) for row in lake.execute("""
                SELECT x.entity_id, x.local_id, x.label, d.source, x.reason, x.support, x.rivals
                FROM entity_decisions x JOIN documents d USING (doc_id)
                WHERE x.reason IN ('dominant_bearer', 'title_bearer') AND NOT d.is_copy ORDER BY ALL""").fetchall()]
    for rows in (other_name, other_words, led):
        chance.shuffle(rows)
    pairs = other_name[:PAIRS] + other_words[: 2 * PAIRS - min(PAIRS, len(other_name))]
    for kind, rows in (("pair", pairs), ("led", led[:PAIRS])):
        for row in rows:
            print(kind, *[str(value).replace("\n", " ") for value in row], sep="\t")


main(int(sys.argv[1]), [argument.split("=", 1) for argument in sys.argv[2:]])
