#include "core/io/file_bytes.h"

#include "core/model/message_text.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

namespace hyperdrift {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const std::string& doing, const std::string& path, int code)
{
    throw FileError("can't " + doing + " " + onOneLine(path, 200) + ": " +
                    std::generic_category().message(code));
}

/// The file that a path leads to at the end of its symbolic links, so that a link stays one.
fs::path targetOf(const std::string& path)
{
    std::error_code error;
    fs::path target = fs::canonical(path, error);
    if (!error)
        return target;
    target = path; // which may be a link to a file that is yet to be made
    constexpr int mostLinks = 40;
    for (int links = 0; fs::is_symlink(fs::symlink_status(target, error)); ++links) {
        if (links == mostLinks)
            fail("write", path, ELOOP);
        const fs::path next = fs::read_symlink(target, error);
        if (error)
            fail("write", path, error.value());
        target = target.parent_path() / next;
    }
    return target;
}

/// Something that exists and is no regular file: /dev/stdout, a pipe. It can't be replaced, only written
/// into.
bool isDevice(const fs::path& target)
{
    std::error_code error;
    const auto status = fs::status(target, error);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

/// A file with a name of its own beside the target; removed again unless it has taken the target's place.
class TemporaryFile {
public:
    TemporaryFile(const std::string& path, const fs::path& target)
        : m_path(path), m_target(target), m_name(target.string() + ".XXXXXX")
    {
        if (m_target.empty())
            fail("write", "a file without a name", ENOENT);
        if (std::error_code error; fs::is_directory(m_target, error))
            fail("write", m_path, EISDIR);
        if (::access(m_target.c_str(), F_OK) == 0 && ::access(m_target.c_str(), W_OK) != 0)
            fail("write", m_path, errno);
        m_descriptor = ::mkstemp(m_name.data());
        if (m_descriptor < 0)
            fail("write", m_path, errno);
    }
    ~TemporaryFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        if (!m_kept)
            ::unlink(m_name.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR)
                fail("write", m_path, errno);
            if (written > 0)
                bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    /// Takes the target's place, with its permissions or those of a new file.
    void keep()
    {
        if (::fchmod(m_descriptor, mode()) != 0 || ::fsync(m_descriptor) != 0)
            fail("write", m_path, errno);
        const int closed = ::close(m_descriptor);
        m_descriptor = -1;
        if (closed != 0 || ::rename(m_name.c_str(), m_target.c_str()) != 0)
            fail("write", m_path, errno);
        m_kept = true;
    }

private:
    mode_t mode() const
    {
        struct stat status {};
        if (::stat(m_target.c_str(), &status) == 0)
            return status.st_mode & 07777U;
        const mode_t mask = ::umask(0); // the only way to ask for it
        ::umask(mask);
        return 0666U & ~mask;
    }

    std::string m_path; ///< as the person gave it, for messages
    fs::path m_target;
    std::string m_name;
    int m_descriptor = -1;
    bool m_kept = false;
};

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File openFile(const std::string& path, const char* mode, const std::string& doing)
{
    File file(std::fopen(path.c_str(), mode), &std::fclose);
    if (!file)
        fail(doing, path, errno);
    return file;
}

} // namespace

std::string readFileBytes(const std::string& path)
{
    const File file = openFile(path, "rb", "read");
    std::string bytes;
    std::array<char, 1U << 16U> block;
    while (const std::size_t got = std::fread(block.data(), 1, block.size(), file.get())) {
        bytes.append(block.data(), got);
        if (bytes.size() > maxFileBytes)
            throw InputError({onOneLine(path, 200),
                              "must hold at most " + std::to_string(maxFileBytes) + " bytes, but is larger"});
    }
    if (std::ferror(file.get()) != 0)
        fail("read", path, errno);
    return bytes;
}

void checkWritable(const std::string& path)
{
    const fs::path target = targetOf(path);
    if (!isDevice(target))
        TemporaryFile(path, target);
    else if (::access(target.c_str(), W_OK) != 0) // not opened: a pipe's reader would take that for its end
        fail("write", path, errno);
}

void writeFileAtomically(const std::string& path, std::string_view bytes)
{
    const fs::path target = targetOf(path);
    if (isDevice(target)) {
        const File file = openFile(path, "ab", "write");
        if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
            std::fflush(file.get()) != 0)
            fail("write", path, errno);
        return;
    }
    TemporaryFile file(path, target);
    file.write(bytes);
    file.keep();
}

} // namespace hyperdrift
