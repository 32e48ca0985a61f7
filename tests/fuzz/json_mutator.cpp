// Half of the mutations of an experiment, or of a lesson, change its text, which the parser mostly refuses.
// The other half change the document and write it anew, so that what stands behind the parser is reached too.

#include <nlohmann/json.hpp>

#include <array>
#include <random>
#include <string>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using Json = nlohmann::ordered_json;
using Random = std::minstd_rand;

const std::vector<const char*> keys{"title",
                                    "problem",
                                    "start",
                                    "runs",
                                    "engine",
                                    "steps",
                                    "edits",
                                    "view",
                                    "made_with",
                                    "version",
                                    "isa",
                                    "d1",
                                    "d2",
                                    "rank",
                                    "spectrum",
                                    "seed",
                                    "matrix",
                                    "matrix_sha256",
                                    "matrix_cells",
                                    "scale_to",
                                    "center_columns",
                                    "kind",
                                    "product",
                                    "log_imbalance",
                                    "scale",
                                    "scale_x",
                                    "scale_y",
                                    "x",
                                    "y",
                                    "name",
                                    "method",
                                    "eta",
                                    "noise",
                                    "sigma1",
                                    "sigma2",
                                    "distribution",
                                    "anneal",
                                    "nu",
                                    "batch",
                                    "radius",
                                    "at",
                                    "run",
                                    "set",
                                    "noise.sigma1",
                                    "noise.anneal",
                                    "noise.sigma2",
                                    "a/~b",
                                    "noise.nu",
                                    "noise.distribution",
                                    "lesson.json",
                                    "en.md",
                                    "zh_CN.md",
                                    "experiment",
                                    "id",
                                    "reset",
                                    "run_to",
                                    "pictures",
                                    "focus",
                                    "choices",
                                    "eight_starts",
                                    "ensemble",
                                    "lock",
                                    "hide",
                                    "ask",
                                    "picture",
                                    "answer",
                                    "expect",
                                    "is",
                                    "within",
                                    "of",
                                    "runs.1.noise.sigma1",
                                    "start.log_imbalance",
                                    "problem.rank",
                                    "problem.matrix"};

const std::vector<const char*> values{"null",
                                      "true",
                                      "{}",
                                      "[]",
                                      "[[1,2],[3,4]]",
                                      "0",
                                      "-0.0",
                                      "1",
                                      "2",
                                      "-1",
                                      "0.5",
                                      "3.0",
                                      "100",
                                      "1e-300",
                                      "5e-324",
                                      "1e308",
                                      "-1e308",
                                      "10000000",
                                      "1000000000000",
                                      "9007199254740991",
                                      "\"\"",
                                      "\"gd\"",
                                      "\"sam\"",
                                      "\"label_noise\"",
                                      "\"perturbed_gd\"",
                                      "\"laplace\"",
                                      "\"aligned\"",
                                      "\"explicit\"",
                                      "\"gaussian\"",
                                      "\"small_balanced\"",
                                      "\"zero\"",
                                      "\"full\"",
                                      "\"reduced\"",
                                      "\"m.csv\"",
                                      "\"entry_sampling\"",
                                      "\"uniform\"",
                                      "\"auto\"",
                                      "\"regularized_gd\"",
                                      "\"gradient_noise\"",
                                      "\"landscape\"",
                                      "\"imbalance\"",
                                      "\"ensemble\"",
                                      "\"point\"",
                                      "\"curve\"",
                                      "\"choice\"",
                                      "\"run.1\"",
                                      "\"problem\"",
                                      "\"predicted\"",
                                      "\"gamma2\"",
                                      "\"ratio\"",
                                      "\"theta.0\"",
                                      "\"absolute\"",
                                      "\"## Step\\n\\nText.\\n\\n### Answer\\n\\nSo.\\n\""};

std::size_t below(Random& random, std::size_t count)
{
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

template<typename List>
const auto& anyOf(const List& list, Random& random)
{
    return list[below(random, list.size())];
}

/// `root` and everything below it.
void collect(Json& root, std::vector<Json*>& nodes)
{
    nodes.push_back(&root);
    if (root.is_structured())
        for (Json& child : root)
            collect(child, nodes);
}

void addTo(Json& place, const Json& value, Random& random)
{
    if (place.is_object())
        place[anyOf(keys, random)] = value;
    else if (place.is_array())
        place.insert(place.begin() + static_cast<std::ptrdiff_t>(below(random, place.size() + 1)), value);
    else
        place = value;
}

void removeFrom(Json& place, Random& random)
{
    if (place.is_structured() && !place.empty())
        place.erase(std::next(place.begin(), static_cast<std::ptrdiff_t>(below(random, place.size()))));
}

void changeBytes(Json& place)
{
    if (!place.is_string())
        return;
    std::array<std::uint8_t, 64> bytes{};
    auto& text = place.get_ref<std::string&>();
    const std::size_t size = text.copy(reinterpret_cast<char*>(bytes.data()), bytes.size() / 2);
    const std::size_t changed = LLVMFuzzerMutate(bytes.data(), size, bytes.size());
    text.assign(reinterpret_cast<const char*>(bytes.data()), changed);
}

void change(Json& document, Random& random)
{
    std::vector<Json*> nodes;
    collect(document, nodes);
    Json& place = *anyOf(nodes, random);
    const Json other = *anyOf(nodes, random); // a copy: it may hold the place
    const Json value = Json::parse(anyOf(values, random));
    switch (below(random, 7)) {
    case 0:
        return addTo(place, other, random);
    case 1:
        return addTo(place, value, random);
    case 2:
        return removeFrom(place, random);
    case 3:
        place = other;
        return;
    case 4:
        return changeBytes(place);
    case 5:
        if (place.is_number())
            place = place.get<double>() * (below(random, 2) == 0 ? 0.5 : -3);
        return;
    default:
        place = value;
    }
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed)
{
    Random random(seed);
    Json document = Json::parse(data, data + size, nullptr, false);
    if (document.is_discarded() || below(random, 2) == 0)
        return LLVMFuzzerMutate(data, size, most);
    for (std::size_t changes = 1 + below(random, 3); changes > 0; --changes)
        change(document, random);
    const std::string text = document.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > most)
        return LLVMFuzzerMutate(data, size, most);
    return text.copy(reinterpret_cast<char*>(data), most);
}
