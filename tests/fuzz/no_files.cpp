// A fuzzer's input may name any file, a device that never ends among them: here none can be read.

#include "core/io/file_bytes.h"
#include "core/model/message_text.h"

namespace hyperdrift {

std::string readFileBytes(const std::string& path)
{
    throw FileError("can't read " + onOneLine(path, 200) + ": no files while fuzzing");
}

} // namespace hyperdrift
