#include "core/io/zip_archive.h"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace hyperdrift {

namespace {

constexpr zip_uint16_t firstDosDate = 1U << 5U | 1U; // 1980-01-01, the earliest; NumPy writes it too

[[noreturn]] void fail(zip_error_t* error)
{
    throw std::runtime_error(std::string("can't make a ZIP archive: ") + zip_error_strerror(error));
}

void failUnless(bool good, zip_t* archive)
{
    if (!good)
        fail(zip_get_error(archive));
}

/// Its own, beside the archive's, which is gone once it is closed.
using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;
using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Source emptySource()
{
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_buffer_create(nullptr, 0, 0, &error), &zip_source_free);
    if (!source)
        fail(&error);
    return source;
}

/// An archive that is written into `source` when it is closed.
Archive openInto(zip_source_t* source)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_keep(source);
    Archive archive(zip_open_from_source(source, ZIP_TRUNCATE, &error), &zip_discard);
    if (!archive) {
        zip_source_free(source);
        fail(&error);
    }
    return archive;
}

/// `entry` must outlive the archive.
void add(zip_t* archive, const ZipEntry& entry)
{
    zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    failUnless(source != nullptr, archive);
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0)
        zip_source_free(source);
    failUnless(index >= 0, archive);
    const auto file = static_cast<zip_uint64_t>(index);
    failUnless(zip_set_file_compression(archive, file, ZIP_CM_DEFLATE, 0) == 0 &&
                   zip_file_set_dostime(archive, file, 0, firstDosDate, 0) == 0,
               archive);
}

std::string bytesOf(zip_source_t* source)
{
    const auto check = [source](bool good) {
        if (!good)
            fail(zip_source_error(source));
    };
    zip_stat_t status;
    check(zip_source_stat(source, &status) == 0 && zip_source_open(source) == 0);
    std::string bytes(status.size, '\0');
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    check(got == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

} // namespace

std::string zipArchive(const std::vector<ZipEntry>& entries)
{
    const Source source = emptySource();
    Archive archive = openInto(source.get());
    for (const ZipEntry& entry : entries)
        add(archive.get(), entry);
    failUnless(zip_close(archive.get()) == 0, archive.get());
    static_cast<void>(archive.release()); // closing has freed it
    return bytesOf(source.get());
}

} // namespace hyperdrift
