#pragma once
#include "core/dynamics/kernels/kernels.h"
#include "core/dynamics/noise_layout.h"

#include <cstring>
#include <memory>
#include <new>

namespace hyperdrift {

/// An array of zeros, aligned for the kernels and a whole number of noise blocks long.
class Buffer {
public:
    Buffer() = default;
    explicit Buffer(kernels::Index size) : m_size(noiseBlocks(size) * kernels::blockSize)
    {
        m_data.reset(static_cast<double*>(::operator new (bytes(), std::align_val_t{kernels::alignment})));
        clear();
    }
    double* data() const { return m_data.get(); }
    kernels::Index size() const { return m_size; }
    void clear() { std::memset(m_data.get(), 0, bytes()); }

private:
    struct Free {
        void operator()(double* p) const { ::operator delete (p, std::align_val_t{kernels::alignment}); }
    };
    std::size_t bytes() const { return static_cast<std::size_t>(m_size) * sizeof(double); }
    kernels::Index m_size = 0;
    std::unique_ptr<double, Free> m_data;
};

} // namespace hyperdrift
