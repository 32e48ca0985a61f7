"""What choosing kernels at run time costs, beside a program compiled for this computer alone.

usage: native.py PORTABLE_BENCH NATIVE_BENCH

Runs the steps of both benches in turns and compares the least of their times. Exits with 1 where the portable
one takes more than the bound.
"""

import json
import subprocess
import sys

ROUNDS = 12
BOUND = 1.15
SECONDS = 0.2  # a benchmark and round, at least
FILTER = "^(normals|gd/|perturbed_gd {})"


def measure(program, isa):
    """Processor time a step in ns, by name."""
    words = [program, f"--benchmark_filter={FILTER.format(isa)}", f"--benchmark_min_time={SECONDS}",
             "--benchmark_format=json"]
    output = subprocess.run(words, check=True, capture_output=True).stdout
    return {each["name"]: each["cpu_time"] for each in json.loads(output)["benchmarks"]}


def best_isa(program):
    """The last that the bench lists is the best of this computer."""
    listed = subprocess.run([program, "--benchmark_list_tests"], check=True, capture_output=True, text=True).stdout
    names = [line for line in listed.splitlines() if line.startswith("perturbed_gd ")]
    return names[-1].split()[1].split("/")[0]


def main():
    programs = sys.argv[1:3]
    isa = best_isa(programs[0])
    least = [{}, {}]
    for _ in range(ROUNDS):
        for times, program in zip(least, programs):
            for name, time in measure(program, isa).items():
                times[name] = min(time, times.get(name, time))
    print(f"Least processor time a step of {ROUNDS} rounds in turns, ns. Required ratio in brackets.\n")
    print("| what | dispatched at run time | compiled for this computer | ratio |\n|---|---|---|---|")
    kept = True
    for name, portable in least[0].items():
        ratio = portable / least[1][name]
        kept = kept and ratio <= BOUND
        print(f"| {name} | {portable:.4g} | {least[1][name]:.4g} | {ratio:.3f} ({BOUND})"
              f"{'' if ratio <= BOUND else ' **missed**'} |")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
