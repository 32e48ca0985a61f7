"""Draws curves anew, frame by frame, and prints the median milliseconds of a frame.

usage: curves.py pyqtgraph|matplotlib FILE
FILE: of each curve its picture (0: loss, log y), its length n, n abscissae and n ordinates.
"""
import sys
import time

import numpy

WIDTH, HEIGHT = 1920, 1080
FRAMES = 7
COLOURS = ["#0072B2", "#D55E00"]


def read(path):
    data = open(path, "rb").read()
    curves, at = [], 0
    while at < len(data):
        picture, n = numpy.frombuffer(data, numpy.int64, 2, at)
        at += 16
        x = numpy.frombuffer(data, numpy.float64, n, at)
        y = numpy.frombuffer(data, numpy.float64, n, at + 8 * n)
        at += 16 * n
        curves.append((int(picture), x, y))
    return curves


def median_of(frame):
    frame()  # what is made only once
    times = []
    for _ in range(FRAMES):
        begin = time.perf_counter()
        frame()
        times.append(1e3 * (time.perf_counter() - begin))
    return float(numpy.median(times))


def with_pyqtgraph(curves):
    import pyqtgraph

    application = pyqtgraph.mkQApp()
    pyqtgraph.setConfigOptions(antialias=True, background="w", foreground="k")
    window = pyqtgraph.GraphicsLayoutWidget()
    window.resize(WIDTH, HEIGHT)
    plots = [window.addPlot(row=i // 2, col=i % 2) for i in range(4)]
    plots[0].setLogMode(y=True)
    for plot in plots:
        plot.showGrid(x=True, y=True)
    items = []
    for picture, x, y in curves:
        pen = pyqtgraph.mkPen(COLOURS[sum(p is plots[picture] for p, _ in items) % 2], width=2)
        items.append((plots[picture], plots[picture].plot(x, y, pen=pen)))
    window.show()

    def frame():
        for (_, item), (_, x, y) in zip(items, curves):
            item.setData(x, y)
        window.viewport().repaint()
        application.processEvents()

    return median_of(frame)


def with_matplotlib(curves):
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(2, 2, figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
    axes = list(axes.flat)
    axes[0].set_yscale("log")
    lines = []
    for i, (picture, x, y) in enumerate(curves):
        lines.append(axes[picture].plot(x, y, lw=2, color=COLOURS[i * len(COLOURS) // len(curves)])[0])

    def frame():
        for line, (_, x, y) in zip(lines, curves):
            line.set_data(x, y)
        figure.canvas.draw()

    return median_of(frame)


if __name__ == "__main__":
    draw = {"pyqtgraph": with_pyqtgraph, "matplotlib": with_matplotlib}[sys.argv[1]]
    print(draw(read(sys.argv[2])))
