// Works on many inputs in threads and hands the results over in input order.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "interrupt.hpp"

namespace assay::cli_detail {

/// make(i) for i from 0 to count - 1 in `jobs` threads; take(result) in order until it returns false. After an
/// interrupt nothing new is begun; what was begun is still handed over.
template <class Made, class Make, class Take>
void in_order(std::size_t count, unsigned jobs, Make make, Take take) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count && !interruption(); ++i)
      if (!take(make(i))) return;
    return;
  }
  const std::size_t ahead = jobs * 4;  // results that may wait for their turn
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Made> done;
  std::size_t next = 0, turn = 0;
  bool stop = false;
  const auto work = [&] {
    for (;;) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return stop || next >= count || next < turn + ahead; });
      if (interruption()) stop = true;
      if (stop || next >= count) return changed.notify_all();
      const std::size_t mine = next++;
      lock.unlock();
      Made made = make(mine);
      lock.lock();
      done.emplace(mine, std::move(made));
      changed.notify_all();
    }
  };
  std::vector<std::thread> threads;
  struct AtEnd {  // also when a report cannot be rendered: no thread outlives what it works on
    std::function<void()> act;
    ~AtEnd() { act(); }
  };
  const AtEnd join{[&] {
    {
      const std::lock_guard lock(mutex);
      stop = true;
    }
    changed.notify_all();
    for (std::thread& thread : threads) thread.join();
  }};
  for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(work);
  while (turn < count) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return done.contains(turn) || (stop && turn >= next); });
    if (!done.contains(turn)) return;
    Made made = std::move(done.extract(turn).mapped());
    lock.unlock();
    const bool going = take(std::move(made));
    lock.lock();
    ++turn;
    if (!going) return;
    changed.notify_all();
  }
}

}  // namespace assay::cli_detail
