#include "tests/bench/numpy_timing.h"

#include <array>
#include <cstdio>
#include <memory>
#include <sstream>
#include <string>

namespace hyperdrift::bench {

namespace {

std::string outputOf(const std::string& command)
{
    const auto close = [](std::FILE* file) { pclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
    std::string output;
    std::array<char, 256> buffer;
    while (pipe && std::fgets(buffer.data(), buffer.size(), pipe.get()))
        output += buffer.data();
    return output;
}

} // namespace

std::vector<double> numpyMicroseconds(const std::vector<Case>& cases, int threads)
{
    // Variables that pin OpenBLAS to another processor's kernel would make the comparison unfair.
    std::ostringstream command;
    command << "env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE OPENBLAS_NUM_THREADS=" << threads
            << " /usr/bin/python3 '" HYPERDRIFT_NUMPY_SCRIPT "' 0.1";
    for (const Case& c : cases)
        command << ' ' << c.d1 << ',' << c.d2 << ',' << c.rank;
    command << " 2>/dev/null";
    std::istringstream lines(outputOf(command.str()));
    std::vector<double> result;
    for (double value = 0; lines >> value;)
        result.push_back(value);
    if (result.size() != cases.size())
        result.clear();
    return result;
}

std::string numpyDescription()
{
    std::string text =
        outputOf("/usr/bin/python3 -c 'import numpy; "
                 "maps = open(\"/proc/self/maps\").read(); "
                 "print(\"numpy\", numpy.__version__, "
                 "\"with OpenBLAS\" if \"openblas\" in maps else \"without OpenBLAS\")' 2>/dev/null");
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

} // namespace hyperdrift::bench
