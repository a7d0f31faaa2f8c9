// Memory for one parse. Xerces takes and gives back a few small pieces for every element; lists of free pieces by size
// cost a fraction of what malloc costs for them, and all of it goes at once.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

#include "xml/xerces.hpp"

namespace assay::xml {

class PoolMemory final : public xercesc::MemoryManager {
 public:
  PoolMemory() = default;
  ~PoolMemory() override;
  PoolMemory(const PoolMemory&) = delete;
  PoolMemory& operator=(const PoolMemory&) = delete;

  xercesc::MemoryManager* getExceptionMemoryManager() override { return xercesc::XMLPlatformUtils::fgMemoryManager; }
  void* allocate(XMLSize_t size) override;
  void deallocate(void* piece) override;

 private:
  static constexpr std::size_t step = 16, classes = 33, block = 64 << 10;  // up to 512 bytes from lists
  struct alignas(step) Head {                                              // in front of every piece
    Head* next = nullptr;                                                  // while it is free
    std::size_t size_class = 0;                                            // 0: from malloc
  };
  std::array<Head*, classes> free_{};
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* at_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace assay::xml
