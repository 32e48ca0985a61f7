#include "core/run/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace hyperdrift {

namespace {

class Team {
public:
    Team(std::int64_t pieces, const std::function<void(std::int64_t)>& work) : m_pieces(pieces), m_work(work)
    {
    }

    /// What one thread does.
    void takePart()
    {
        try {
            for (std::int64_t i = m_next++; i < m_pieces && !m_failed; i = m_next++)
                m_work(i);
        } catch (...) {
            if (!m_failed.exchange(true))
                m_error = std::current_exception();
        }
    }

    /// Once all threads have joined.
    void rethrow() const
    {
        if (m_error)
            std::rethrow_exception(m_error);
    }

private:
    std::int64_t m_pieces;
    const std::function<void(std::int64_t)>& m_work;
    std::atomic<std::int64_t> m_next{0};
    std::atomic<bool> m_failed{false};
    std::exception_ptr m_error; ///< written by the thread that set m_failed
};

} // namespace

void inParallel(std::int64_t pieces, int threads, const std::function<void(std::int64_t piece)>& work)
{
    Team team(pieces, work);
    const std::int64_t helpers = std::min<std::int64_t>(threads, pieces) - 1;
    std::vector<std::thread> started;
    started.reserve(static_cast<std::size_t>(std::max<std::int64_t>(0, helpers)));
    try {
        for (std::int64_t i = 0; i < helpers; ++i)
            started.emplace_back([&team] { team.takePart(); });
    } catch (const std::system_error&) { // the system gives no more threads: those there are do the work
    }
    team.takePart();
    for (std::thread& thread : started)
        thread.join();
    team.rethrow();
}

int coreCount()
{
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

} // namespace hyperdrift
