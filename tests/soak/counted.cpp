// Every object of C++ in this program, ours and the libraries', is counted: what malloc holds besides moves to and fro
// with the libraries' caches, so that a small leak would not be seen in it.
#include "counted.hpp"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<long> bytes = 0, objects = 0;

void* made(void* memory) {
    if (!memory) throw std::bad_alloc{};
    bytes += static_cast<long>(::malloc_usable_size(memory));
    ++objects;
    return memory;
}

void gone(void* memory) {
    if (!memory) return;
    bytes -= static_cast<long>(::malloc_usable_size(memory));
    --objects;
    std::free(memory);
}

}  // namespace

namespace talkpoint::soak {
Counted counted() { return {bytes, objects}; }
}  // namespace talkpoint::soak

void* operator new(std::size_t size) { return made(std::malloc(size ? size : 1)); }
void* operator new[](std::size_t size) { return made(std::malloc(size ? size : 1)); }
void* operator new(std::size_t size, std::align_val_t align) {
    const auto unit = static_cast<std::size_t>(align);
    return made(std::aligned_alloc(unit, (size + unit - 1) / unit * unit));
}
void* operator new[](std::size_t size, std::align_val_t align) { return operator new(size, align); }
void operator delete(void* memory) noexcept { gone(memory); }
void operator delete[](void* memory) noexcept { gone(memory); }
void operator delete(void* memory, std::size_t) noexcept { gone(memory); }
void operator delete[](void* memory, std::size_t) noexcept { gone(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { gone(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { gone(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { gone(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { gone(memory); }
