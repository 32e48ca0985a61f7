#include "app/cli_output.h"

#include "core/io/file_bytes.h"
#include "core/model/message_text.h"

#include <filesystem>

namespace hyperdrift {

namespace fs = std::filesystem;

namespace {

/// An output that is also an input would destroy what the person started from.
void refuseInput(const OutputFile& output, const std::string& file, const Experiment& experiment)
{
    const auto& matrix = experiment.problem.matrix;
    for (const std::string& input : {file, matrix ? matrix->path : std::string()}) {
        std::error_code error;
        if (!input.empty() && fs::equivalent(input, *output.path, error))
            throw InputError({output.flag, "must not be an input, but is " + onOneLine(input, 200)});
    }
}

/// Of two outputs in one file the first would be lost.
void refuseSameFile(const OutputFile& output, const OutputFile& other)
{
    std::error_code error;
    const fs::path path = fs::weakly_canonical(*output.path, error);
    if (!error && path == fs::weakly_canonical(*other.path, error) && !error)
        throw InputError({output.flag, "must not be the file of " + std::string(other.flag) + ", but is " +
                                           onOneLine(*output.path, 200)});
}

} // namespace

void checkOutputs(const std::vector<OutputFile>& outputs, const std::string& file,
                  const Experiment& experiment)
{
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (!outputs[i].path)
            continue;
        refuseInput(outputs[i], file, experiment);
        for (std::size_t before = 0; before < i; ++before)
            if (outputs[before].path)
                refuseSameFile(outputs[i], outputs[before]);
        checkWritable(*outputs[i].path);
    }
}

void print(const Report& report, ReportFormat format)
{
    printOutput(format == ReportFormat::Json ? reportJson(report) : reportText(report));
}

void deliver(const Report& report, ReportFormat format, const std::vector<OutputBytes>& files)
{
    std::optional<FileError> failure;
    for (const OutputBytes& file : files) {
        try {
            writeFileAtomically(file.path, file.bytes);
        } catch (const FileError& error) {
            if (!failure)
                failure = error;
        }
    }
    print(report, format);
    if (failure)
        throw FileError(*failure);
}

} // namespace hyperdrift
