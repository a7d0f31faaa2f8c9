#include "xml/pool_memory.hpp"

#include <cstdlib>
#include <new>

#include <xercesc/util/OutOfMemoryException.hpp>

#include "sanitized.hpp"

namespace assay::xml {

PoolMemory::~PoolMemory() = default;

void* PoolMemory::allocate(XMLSize_t size) {
  const std::size_t size_class = (size + step - 1) / step;
  if (sanitized || size_class == 0 || size_class >= classes) {
    void* taken = size > SIZE_MAX - sizeof(Head) ? nullptr : std::malloc(size + sizeof(Head));
    if (!taken) throw xercesc::OutOfMemoryException();
    return new (taken) Head + 1;
  }
  if (Head* head = free_[size_class]) {
    free_[size_class] = head->next;
    return head + 1;
  }
  const std::size_t whole = sizeof(Head) + size_class * step;
  if (left_ < whole) {
    std::unique_ptr<std::byte[]> made(new (std::nothrow) std::byte[block]);
    if (!made) throw xercesc::OutOfMemoryException();
    at_ = made.get();
    left_ = block;
    blocks_.push_back(std::move(made));
  }
  Head* head = new (at_) Head;
  head->size_class = size_class;
  at_ += whole;
  left_ -= whole;
  return head + 1;
}

void PoolMemory::deallocate(void* piece) {
  if (!piece) return;
  Head* head = static_cast<Head*>(piece) - 1;
  if (head->size_class == 0) return std::free(head);
  head->next = free_[head->size_class];
  free_[head->size_class] = head;
}

}  // namespace assay::xml
