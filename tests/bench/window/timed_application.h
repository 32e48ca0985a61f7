#pragma once
// An application that knows how long the window's thread was at work.

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <utility>

namespace hyperdrift::bench {

class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    /// Milliseconds inside events so far.
    double busy() const { return m_busy; }
    /// The longest event since the last call of forgetLongest.
    double longest() const { return m_longest; }
    void forgetLongest() { m_longest = 0; }
    /// So much of the present event is not the window's work.
    void leaveOut(double milliseconds) { m_leftOut += milliseconds; }

    bool notify(QObject* receiver, QEvent* event) override
    {
        const bool isOther = QThread::currentThread() != thread(); // the runs' own work
        if (isOther || m_depth > 0)                                // or sent from within another
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer clock;
        clock.start();
        const bool result = QApplication::notify(receiver, event);
        const double milliseconds =
            static_cast<double>(clock.nsecsElapsed()) * 1e-6 - std::exchange(m_leftOut, 0);
        --m_depth;
        m_busy += milliseconds;
        m_longest = std::max(m_longest, milliseconds);
        return result;
    }

private:
    int m_depth = 0;
    double m_busy = 0;
    double m_leftOut = 0;
    double m_longest = 0;
};

} // namespace hyperdrift::bench
