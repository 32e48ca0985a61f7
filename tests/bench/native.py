"""What the portable build loses against one compiled for this computer alone.

usage: native.py PORTABLE_CLI NATIVE_CLI

Runs experiments with both programs in turns and compares the least of the processor times, start and output
included. Exits with 1 where the portable one takes more than the bound.
"""

import os
import subprocess
import sys

ROUNDS = 7
BOUND = 1.15

NOISY = ["runs.0.method=perturbed_gd"]
EXPERIMENTS = [
    ("20×30, r = 1, full engine", "run", ["engine=full"], 3_000_000),
    ("20×30, r = 10, full engine", "run", ["engine=full", "problem.rank=10"], 200_000),
    ("200×300, r = 10, full engine", "run",
     ["engine=full", "problem.d1=200", "problem.d2=300", "problem.rank=10"], 80_000),
    ("2000×3000, r = 20, full engine", "run",
     ["engine=full", "problem.d1=2000", "problem.d2=3000", "problem.rank=20"], 1_500),
    ("d = 10⁶, r = 1, reduced engine", "run", ["engine=reduced", "problem.d1=1000000", "problem.d2=1000000"],
     10_000_000),
    ("d = 10⁶, r = 3, reduced engine", "run",
     ["engine=reduced", "problem.d1=1000000", "problem.d2=1000000", "problem.rank=3"], 300_000),
    ("1000 members, d = 20, r = 1, reduced engine", "ensemble", ["engine=reduced"], 10_000),
]


def command(program, kind, settings, steps):
    rank = next((s.split("=")[1] for s in settings if s.startswith("problem.rank=")), "1")
    spectrum = "[" + ",".join(f"{1 - 0.5 * i / int(rank):g}" for i in range(int(rank))) + "]"
    large = any(s.startswith("problem.d1=1000000") for s in settings)
    sigma = "2e-4" if large else "0.05"
    words = [program, kind]
    for setting in [f"problem.spectrum={spectrum}", *settings, *NOISY,
                    *(f"runs.{i}.noise.sigma{k}={sigma}" for i in (0, 1) for k in (1, 2))]:
        words += ["--set", setting]
    words += ["--steps", str(steps)]
    if kind == "ensemble":
        words += ["--runs", "1000", "--threads", "1"]
    return words


def seconds(words):
    before = os.times()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main():
    programs = sys.argv[1:3]
    kept = True
    print(f"Least processor time of {ROUNDS} rounds in turns, s; bound of the ratio {BOUND}.\n")
    print("| experiment | dispatched at run time | compiled for this computer | ratio |\n|---|---|---|---|")
    for name, kind, settings, steps in EXPERIMENTS:
        least = [float("inf"), float("inf")]
        for _ in range(ROUNDS):
            for which, program in enumerate(programs):
                least[which] = min(least[which], seconds(command(program, kind, settings, steps)))
        ratio = least[0] / least[1]
        kept = kept and ratio <= BOUND
        print(f"| {name} | {least[0]:.2f} | {least[1]:.2f} | {ratio:.3f}{'' if ratio <= BOUND else ' **missed**'} |",
              flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
