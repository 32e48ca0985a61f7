#include "ui/problem_facts.h"

namespace hyperdrift::ui {

ProblemFacts factsOf(const Problem& problem)
{
    ProblemFacts facts;
    facts.d1 = problem.d1();
    facts.d2 = problem.d2();
    facts.rank = problem.rank;
    facts.spectrum.assign(problem.s.data(), problem.s.data() + problem.s.size());
    facts.tailEnergy = tailEnergy(problem);
    return facts;
}

} // namespace hyperdrift::ui
