#pragma once
// Ctrl+C and its like, told in the event loop, so that what is half done can be taken back.

#include <QObject>

#include <array>

namespace hyperdrift {

/// While there is one, SIGINT, SIGTERM and SIGHUP are told; a second one ends the program at once. A signal
/// that is ignored stays ignored. One at a time.
class EndingSignals : public QObject {
    Q_OBJECT
public:
    EndingSignals();
    ~EndingSignals() override;

signals:
    void ended(int signal);

private:
    std::array<int, 2> m_pipe{-1, -1}; ///< the handler writes, the event loop reads
};

} // namespace hyperdrift
