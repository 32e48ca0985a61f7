#include "ui/crash_save.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <functional>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace hyperdrift::ui;

namespace {

constexpr std::array endings = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTERM, SIGHUP, SIGINT};

/// How a process of its own ends that does this.
int endOf(const std::function<void()>& deed)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit none{0, 0};
        ::setrlimit(RLIMIT_CORE, &none);
        for (const int signal : endings)
            std::signal(signal, SIG_DFL); // not the test's own
        deed();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCrashSave : public QObject {
    Q_OBJECT
private slots:
    void everySignalWritesAndEndsAsItDid_data()
    {
        QTest::addColumn<int>("signal");
        for (const int signal : endings)
            QTest::newRow(strsignal(signal)) << signal;
    }
    void everySignalWritesAndEndsAsItDid()
    {
        QFETCH(int, signal);
        const QTemporaryDir folder;
        const QString path = folder.filePath("ä.hyperdrift");
        const int status = endOf([&] {
            installCrashSave();
            prepareCrashSave(path, "the first");
            prepareCrashSave(path, QByteArray(100'000, 'x') + "the last");
            std::raise(signal);
        });
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), signal);
        QCOMPARE(contents(path), QByteArray(100'000, 'x') + "the last");
        QVERIFY(!QFile::exists(path + ".crash"));
    }

    void anEndlessRecursionIsSavedToo()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a");
        const int status = endOf([&] {
            installCrashSave();
            prepareCrashSave(path, "text");
            std::function<int(int)> deeper = [&](int n) {
                volatile char room[4096];
                room[0] = static_cast<char>(n);
                return room[0] + deeper(n + 1);
            };
            deeper(0);
        });
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), SIGSEGV);
        QCOMPARE(contents(path), QByteArray("text"));
    }

    void nothingReadyWritesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a");
        const int status = endOf([&] {
            installCrashSave();
            prepareCrashSave(path, "text");
            clearCrashSave();
            std::abort();
        });
        QCOMPARE(WTERMSIG(status), SIGABRT);
        QVERIFY(!QFile::exists(path));
    }

    void whatCannotBeWrittenLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a");
        const int status = endOf([&] {
            installCrashSave();
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write("old") != 3)
                ::_exit(1);
            file.close();
            prepareCrashSave(path, QByteArray(10'000, 'x'));
            const rlimit little{100, 100};
            ::setrlimit(RLIMIT_FSIZE, &little);
            std::raise(SIGSEGV);
        });
        QCOMPARE(WTERMSIG(status), SIGSEGV);
        QCOMPARE(contents(path), QByteArray("old"));
        QVERIFY(!QFile::exists(path + ".crash"));
    }

    void anIgnoredSignalStaysIgnored()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a");
        const int status = endOf([&] {
            std::signal(SIGHUP, SIG_IGN);
            installCrashSave();
            prepareCrashSave(path, "text");
            std::raise(SIGHUP);
            ::_exit(7);
        });
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 7);
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_GUILESS_MAIN(TestCrashSave)
#include "test_crash_save.moc"
