// What this instruction set offers.
const Kernels table{fill,   advance, compress,         squaredNorm,    allInnerProducts, applyUpdate,
                    reduce, move,    chiSquaredNumber, advanceReduced, advanceRankOne};
