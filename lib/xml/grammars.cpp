#include "xml/grammars.hpp"

#include <map>
#include <memory>
#include <mutex>

#include <zlib.h>

#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/internal/BinMemOutputStream.hpp>
#include <xercesc/util/BinMemInputStream.hpp>
#include <xercesc/util/XMLException.hpp>
#include <xercesc/validators/schema/ComplexTypeInfo.hpp>
#include <xercesc/validators/schema/SchemaGrammar.hpp>

#include "embedded.hpp"

namespace assay::xml {
namespace {

// A locked pool is shared by threads, but Xerces makes content models on first use without a lock: make them now.
void make_content_models(xercesc::XMLGrammarPool& pool) {
  auto grammars = pool.getGrammarEnumerator();
  while (grammars.hasMoreElements()) {
    xercesc::Grammar& grammar = grammars.nextElement();
    if (grammar.getGrammarType() != xercesc::Grammar::SchemaGrammarType) continue;
    auto* types = static_cast<xercesc::SchemaGrammar&>(grammar).getComplexTypeRegistry();
    if (!types) continue;
    xercesc::RefHashTableOfEnumerator<xercesc::ComplexTypeInfo> each(types);
    while (each.hasMoreElements()) {
      xercesc::ComplexTypeInfo& type = each.nextElement();
      type.getContentModel();
      type.getFormattedContentModel();
    }
  }
}

std::string inflate_all(std::string_view bytes) {
  if (bytes.size() < 4) return {};
  uLongf size = 0;
  for (int i = 0; i < 4; ++i) size |= static_cast<uLongf>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  std::string out(size, '\0');
  const auto* source = reinterpret_cast<const Bytef*>(bytes.data() + 4);
  if (uncompress(reinterpret_cast<Bytef*>(out.data()), &size, source, bytes.size() - 4) != Z_OK) return {};
  return out;
}

}  // namespace

std::string serialise_pool(xercesc::XMLGrammarPool& pool) {
  xercesc::BinMemOutputStream stream;
  pool.serializeGrammars(&stream);
  const auto size = static_cast<std::size_t>(stream.getSize());
  uLongf packed = compressBound(size);
  std::string out(4 + packed, '\0');
  for (int i = 0; i < 4; ++i) out[i] = static_cast<char>(size >> (8 * i) & 0xFF);
  compress2(reinterpret_cast<Bytef*>(out.data() + 4), &packed, stream.getRawBuffer(), size, 9);
  out.resize(4 + packed);
  return out;
}

xercesc::XMLGrammarPool* load_pool(std::string_view bytes) {
  initialise();
  const std::string plain = inflate_all(bytes);
  if (plain.empty()) return nullptr;
  auto pool = std::make_unique<xercesc::XMLGrammarPoolImpl>(xercesc::XMLPlatformUtils::fgMemoryManager);
  try {
    xercesc::BinMemInputStream stream(reinterpret_cast<const XMLByte*>(plain.data()), plain.size(),
                                      xercesc::BinMemInputStream::BufOpt_Reference);
    pool->deserializeGrammars(&stream);
  } catch (const xercesc::XMLException&) {
    return nullptr;
  }
  make_content_models(*pool);
  pool->lockPool();
  return pool.release();
}

xercesc::XMLGrammarPool* grammar_pool(std::string_view set) {
  // Immutable once loaded; kept for the life of the process because a pool costs milliseconds and is needed by every
  // package of a batch.
  static std::mutex mutex;
  // Never destroyed: Xerces' own state may be gone by the time statics are.
  static auto& pools = *new std::map<std::string, xercesc::XMLGrammarPool*, std::less<>>;
  const std::lock_guard lock(mutex);
  if (const auto found = pools.find(set); found != pools.end()) return found->second;
  const std::string_view bytes = embedded_file("pools/" + std::string(set));
  return pools[std::string(set)] = bytes.data() ? load_pool(bytes) : nullptr;
}

}  // namespace assay::xml
