"""Times the textbook step in numpy: numpy_step.py SECONDS d1,d2,r [d1,d2,r ...] prints microseconds a step, a line each."""

import sys
import time

import numpy as np


def make_step(d1, d2, r, eta=0.02, sigma=0.05):
    rng = np.random.default_rng(1)
    u = np.linalg.qr(rng.standard_normal((d1, r)))[0]
    v = np.linalg.qr(rng.standard_normal((d2, r)))[0]
    m = (u * np.linspace(1.0, 0.5, r)) @ v.T
    x = 0.1 * rng.standard_normal((d1, r))
    y = 0.1 * rng.standard_normal((d2, r))

    def step():
        nonlocal x, y
        noisy_x = x + sigma * rng.standard_normal((d1, r))
        noisy_y = y + sigma * rng.standard_normal((d2, r))
        residual = noisy_x @ noisy_y.T - m
        x -= eta * (residual @ noisy_y)
        y -= eta * (residual.T @ noisy_x)

    return step


def seconds_per_step(step, seconds):
    step()
    steps = 1
    while True:
        begin = time.perf_counter()
        for _ in range(steps):
            step()
        elapsed = time.perf_counter() - begin
        if elapsed >= seconds:
            return elapsed / steps
        steps = max(2 * steps, int(1.2 * steps * seconds / max(elapsed, 1e-6)))


for argument in sys.argv[2:]:
    d1, d2, r = map(int, argument.split(","))
    print(1e6 * seconds_per_step(make_step(d1, d2, r), float(sys.argv[1])))
