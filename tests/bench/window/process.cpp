#include "tests/bench/window/process.h"

#include <fstream>
#include <string>

#include <ctime>
#include <unistd.h>

namespace hyperdrift::bench {

double millisecondsOfLife()
{
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text, ')');   // the name may hold blanks
    constexpr int fieldsBefore = 19; // between the name and the start, in ticks since the machine started
    for (int i = 0; i < fieldsBefore; ++i)
        file >> text;
    double ticks = 0;
    file >> ticks;
    timespec now = {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
    return (static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec) - started) * 1e3;
}

double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) * 1e-6;
}

} // namespace hyperdrift::bench
