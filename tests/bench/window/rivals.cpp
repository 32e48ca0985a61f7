#include "tests/bench/window/rivals.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <vector>

namespace hyperdrift::bench {

namespace {

struct Curve {
    std::int64_t picture;
    std::vector<double> x;
    std::vector<double> y;
};

using Coordinate = std::function<double(const Sample&)>;

Curve curveOf(std::int64_t picture, const History& history, const Coordinate& x, const Coordinate& y)
{
    Curve curve{picture, {}, {}};
    for (const Sample& sample : history.samples) {
        curve.x.push_back(x(sample));
        curve.y.push_back(y(sample));
    }
    return curve;
}

std::vector<Curve> curvesOf(const ui::Scene& scene)
{
    const Coordinate t = [](const Sample& s) { return static_cast<double>(s.iteration); };
    std::vector<Curve> curves;
    for (const ui::RunTrace& run : scene.runs) {
        curves.push_back(curveOf(0, run.history, t, [](const Sample& s) { return s.loss; }));
        curves.push_back(curveOf(1, run.history, t, [](const Sample& s) { return s.imbalance; }));
        curves.push_back(curveOf(2, run.history, t, [](const Sample& s) { return s.lambdaMax; }));
        curves.push_back(curveOf(
            3, run.history, [](const Sample& s) { return s.plane.front().x; },
            [](const Sample& s) { return s.plane.front().y; }));
    }
    return curves;
}

template<typename T>
void write(std::ofstream& file, const T* values, std::size_t count)
{
    file.write(reinterpret_cast<const char*>(values), static_cast<std::streamsize>(count * sizeof(T)));
}

} // namespace

bool writeCurves(const ui::Scene& scene, const std::string& path)
{
    std::ofstream file(path, std::ios::binary);
    for (const Curve& curve : curvesOf(scene)) {
        const std::array<std::int64_t, 2> head = {curve.picture, static_cast<std::int64_t>(curve.x.size())};
        write(file, head.data(), head.size());
        write(file, curve.x.data(), curve.x.size());
        write(file, curve.y.data(), curve.y.size());
    }
    return file.good();
}

std::optional<double> rivalMilliseconds(const std::string& library, const std::string& path)
{
    const std::string command = "QT_QPA_PLATFORM=offscreen /usr/bin/python3 '" HYPERDRIFT_CURVES_SCRIPT "' " +
                                library + " '" + path + "' 2>/dev/null";
    const auto close = [](std::FILE* file) { pclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
    std::array<char, 64> line{};
    if (!pipe || !std::fgets(line.data(), line.size(), pipe.get()))
        return std::nullopt;
    const double milliseconds = std::strtod(line.data(), nullptr);
    return milliseconds > 0 ? std::optional(milliseconds) : std::nullopt;
}

} // namespace hyperdrift::bench
