#pragma once
// What the steps of a lesson do to its experiment: what each one sets, whether that can be changed while the
// runs go, and where they stand when every step ran to its end.

#include "core/io/lesson.h"
#include "core/model/config.h"

#include <nlohmann/json.hpp>

#include <string>

namespace hyperdrift {

class LessonPlan {
public:
    /// `experiment` is a document as in an experiment file, with or without its format and version, or the
    /// name of such a file in the folder. Throws InputError below `pointer` for one that a file would be
    /// refused for, FileError when a file can't be read.
    LessonPlan(const nlohmann::ordered_json& experiment, const LessonFolder& folder,
               const std::string& pointer);

    const Experiment& experiment() const { return m_experiment; }

    /// Fills `step`: experiment, resets, changes and recording, from what it sets (an object of dotted paths;
    /// nullptr: nothing), whether it asks for a reset, and its runTo. Throws InputError at `pointer`, the
    /// step's, for what is no path, makes an experiment that a file would be refused for, or ends before the
    /// iteration at which the step begins.
    void add(LessonStep& step, const nlohmann::ordered_json* set, bool reset, const std::string& pointer);

private:
    Experiment read(nlohmann::ordered_json document) const;
    void set(const nlohmann::ordered_json& values, const std::string& pointer);
    void change(LessonStep& step, const nlohmann::ordered_json& values, const std::string& pointer);

    const LessonFolder& m_folder;
    nlohmann::ordered_json m_document; ///< with what the steps so far have set
    Experiment m_experiment;           ///< of the document
    Experiment m_recording;            ///< since the last reset
    std::int64_t m_t = 0;              ///< where the step before ends
    bool m_isFirst = true;
};

} // namespace hyperdrift
