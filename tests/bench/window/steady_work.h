#pragma once
// A computation that always takes the same number of steps, to tell what the machine itself does to times:
// other work on it, a shared processor, its power management.

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace hyperdrift::bench {

class SteadyWork {
public:
    /// As many steps as take about `milliseconds` here.
    explicit SteadyWork(double milliseconds)
    {
        constexpr int trials = 50;
        double least = run();
        for (int i = 1; i < trials; ++i)
            least = std::min(least, run());
        m_steps = static_cast<int>(std::lround(m_steps * milliseconds / least));
    }

    /// Milliseconds that it took this time.
    double run()
    {
        QElapsedTimer clock;
        clock.start();
        std::uint64_t bits = m_bits;
        for (int i = 0; i < m_steps;
             ++i) { // in integers: libraries leave vector units in states that cost time
            bits ^= bits << 13U;
            bits ^= bits >> 7U;
            bits ^= bits << 17U;
        }
        m_bits = bits;
        return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
    }

private:
    int m_steps = 200000; // a fraction of a millisecond
    volatile std::uint64_t m_bits = 1;
};

} // namespace hyperdrift::bench
