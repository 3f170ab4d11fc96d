"""Opens every table with one line in pandas, polars, DuckDB and pyarrow, and runs every question in sql/.

    python check_tables.py [WAREHOUSE]

Without an argument the warehouse is NEWSWEFT_WAREHOUSE, or ../warehouse. All four must see the same number of rows and
the same columns in the same order, and every question must run. One line per table and per question; status 1 if anything
is wrong.
"""

import os
import sys
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow.dataset

HERE = Path(__file__).resolve().parent


def check_table(folder: str) -> str:
    """Compares what the four readers see of one table. Returns a line about it; raises AssertionError if they differ."""
    in_pandas = pandas.read_parquet(folder)
    in_polars = polars.read_parquet(f"{folder}/*.parquet")
    in_duckdb = duckdb.sql(f"SELECT * FROM read_parquet('{quoted(folder)}/*.parquet')")
    in_arrow = pyarrow.dataset.dataset(folder)

    rows = {
        "pandas": len(in_pandas),
        "polars": in_polars.height,
        "DuckDB": duckdb.sql(f"SELECT count(*) FROM read_parquet('{quoted(folder)}/*.parquet')").fetchall()[0][0],
        "pyarrow": in_arrow.count_rows(),
    }
    columns = {
        "pandas": tuple(in_pandas.columns),
        "polars": tuple(in_polars.columns),
        "DuckDB": tuple(in_duckdb.columns),
        "pyarrow": tuple(in_arrow.schema.names),
    }
    assert len(set(rows.values())) == 1, f"rows differ: {rows}"
    assert len(set(columns.values())) == 1, f"columns differ: {columns}"
    return f"{rows['pandas']} rows, {len(columns['pandas'])} columns"


def check_question(connection: duckdb.DuckDBPyConnection, file: Path) -> str:
    """Runs every statement of one file. Returns a line about the last; DuckDB raises if one is wrong."""
    answer = connection.execute(file.read_text(encoding="utf-8")).fetchall()
    return f"{len(answer)} rows"


def with_views(tables: Path) -> duckdb.DuckDBPyConnection:
    """A connection with one view per table, as views.sql of the warehouse makes them, over the folder at hand."""
    connection = duckdb.connect()
    for folder in table_folders(tables):
        connection.execute(
            f"CREATE VIEW {folder.name} AS SELECT * FROM read_parquet('{quoted(str(folder))}/*.parquet')"
        )
    return connection


def table_folders(tables: Path) -> list[Path]:
    return sorted(folder for folder in tables.iterdir() if folder.is_dir() and not folder.name.startswith("."))


def quoted(text: str) -> str:
    return text.replace("'", "''")


def attempt(name: str, check, *arguments) -> bool:
    """Prints how one check ended and whether it held."""
    try:
        print(f"ok    {name}: {check(*arguments)}")
        return True
    except Exception as failure:  # one broken table must not hide the others
        print(f"WRONG {name}: {failure}")
        return False


def main() -> int:
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("NEWSWEFT_WAREHOUSE", HERE.parent / "warehouse")
    # Resolved once: `tables` is a link that the next run moves, and all tables must be of one run.
    tables = Path(os.path.realpath(Path(given) / "tables"))
    if not tables.is_dir():
        print(f"WRONG no tables under {given}: run ./newsweft run first")
        return 1
    held = [attempt(folder.name, check_table, str(folder)) for folder in table_folders(tables)]
    if not held:
        print(f"WRONG no table in {tables}")
        return 1
    try:
        connection = with_views(tables)
    except duckdb.Error as failure:
        print(f"WRONG views: {failure}")
        return 1
    questions = sorted((HERE / "sql").glob("*.sql"))
    held += [attempt(f"sql/{file.name}", check_question, connection, file) for file in questions]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
