#include "archive/zip_writer.hpp"

namespace assay::archive {
namespace {

constexpr std::size_t block = 256 << 10;

}  // namespace

bool ZipWriter::entry(EntryTruth truth) {
  truth.offset = written_ + buffer_.size();
  put_local(buffer_, local_record(truth));
  put_central(table_, central_record(truth));
  ++entries_;
  return buffer_.size() < block || flush();
}

bool ZipWriter::bytes(std::string_view packed) {
  buffer_ += packed;
  return buffer_.size() < block || flush();
}

bool ZipWriter::finish() {
  const TableTruth truth{entries_, table_.size(), written_ + buffer_.size()};
  buffer_ += table_;
  if (truth.zip64()) {
    put_wide_end(buffer_, wide_end_record(truth));
    put_locator(buffer_, wide_end_record(truth));
  }
  put_end(buffer_, end_record(truth));
  return flush();
}

bool ZipWriter::flush() {
  written_ += buffer_.size();
  const bool taken = sink_(buffer_);
  buffer_.clear();
  return taken;
}

}  // namespace assay::archive
