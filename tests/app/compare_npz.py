"""usage: compare_npz.py NPZ CSV EXPERIMENT

Holds an archive of `hyperdrift-cli run --npz` against the CSV of the same run, to the bit, and against itself: X and Y
against the last sample, u, spectrum and v against both. Writes the experiment in it to the file EXPERIMENT.
"""
import csv
import json
import sys

import numpy as np


def same(column, cells):
    """Bits are compared; an empty cell is NaN."""
    expected = np.array([float(cell) if cell else np.nan for cell in cells])
    assert column.dtype == np.dtype("<f8"), column.dtype
    assert column.shape == expected.shape, (column.shape, expected.shape)
    defined = ~np.isnan(expected)
    assert np.array_equal(np.isnan(column), ~defined)
    assert column[defined].tobytes() == expected[defined].tobytes()


def compare_run(arrays, i, rows):
    prefix = f"run{i}_"
    assert arrays[prefix + "iteration"].dtype == np.dtype("<i8")
    assert arrays[prefix + "iteration"].tolist() == [int(row["iteration"]) for row in rows]
    seen = {"iteration"}
    for title in rows[0]:
        name, _, index = title.rpartition("_")
        if name in ("theta", "sv"):
            table = arrays[prefix + name]
            assert table.shape == (len(rows), sum(other.startswith(name + "_") for other in rows[0])), table.shape
            same(np.ascontiguousarray(table[:, int(index) - 1]), [row[title] for row in rows])
            seen.add(name)
        elif title not in ("run", "iteration"):
            same(arrays[prefix + title], [row[title] for row in rows])
            seen.add(title)
    return {prefix + name for name in seen}


def check_factors(arrays, i, last):
    x, y = arrays[f"run{i}_x"], arrays[f"run{i}_y"]
    u, s, v = arrays["u"], arrays["spectrum"], arrays["v"]
    assert np.allclose(u.T @ u, np.eye(len(s)), atol=1e-12) and np.allclose(v.T @ v, np.eye(len(s)), atol=1e-12)
    if last["loss"]:
        assert np.isclose(np.sum(x * x), float(last["x_norm2"]), rtol=1e-12)
        assert np.isclose(np.sum(y * y), float(last["y_norm2"]), rtol=1e-12)
        assert np.isclose(0.5 * np.sum((x @ y.T - (u * s) @ v.T) ** 2), float(last["loss"]), rtol=1e-9, atol=1e-20)


def main(npz, table, experiment):
    with np.load(npz) as archive:  # allow_pickle is off
        arrays = dict(archive)
    with open(table, newline="") as file:
        rows = list(csv.DictReader(file))
    document = json.loads(str(arrays["experiment"]))
    assert arrays["experiment"].shape == ()
    assert arrays["run_names"].tolist() == [run["name"] for run in document["runs"]], arrays["run_names"]
    seen = {"experiment", "run_names", "spectrum"}
    for i in range(len(document["runs"])):
        of_run = [row for row in rows if row["run"] == str(i)]
        seen |= compare_run(arrays, i, of_run)
        if f"run{i}_x" in arrays:
            check_factors(arrays, i, of_run[-1])
            seen |= {f"run{i}_x", f"run{i}_y", "u", "v"}
    assert seen == set(arrays), seen ^ set(arrays)
    with open(experiment, "w", encoding="utf-8") as file:
        file.write(str(arrays["experiment"]))
    print("with factors" if "u" in arrays else "without factors")


main(*sys.argv[1:])
