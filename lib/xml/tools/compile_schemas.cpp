// Build step: schemas/sets.json → one serialised grammar pool a set, each proved by its probe documents.
//   compile_schemas SCHEMAS_DIR OUT_DIR
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <xercesc/framework/LocalFileInputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xercesc/validators/common/Grammar.hpp>

#include "json/document.hpp"
#include "xml/grammars.hpp"
#include "xml/parse.hpp"

namespace {

namespace xercesc = XERCES_CPP_NAMESPACE;
using assay::JsonNode;

int failures = 0;

void fail(const std::string& text) {
  std::fprintf(stderr, "compile_schemas: %s\n", text.c_str());
  ++failures;
}

// Every warning of the schema compiler counts: a schema that half compiles validates half.
struct Strict final : xercesc::DefaultHandler {
  void say(const xercesc::SAXParseException& e) {
    fail(assay::xml::utf8(e.getSystemId()) + ":" + std::to_string(e.getLineNumber()) + ": " +
         assay::xml::utf8(e.getMessage()));
  }
  void warning(const xercesc::SAXParseException& e) override { say(e); }
  void error(const xercesc::SAXParseException& e) override { say(e); }
  void fatalError(const xercesc::SAXParseException& e) override { say(e); }
};

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::unique_ptr<xercesc::XMLGrammarPoolImpl> compile(const std::string& directory, JsonNode documents,
                                                     const std::string& set) {
  auto pool = std::make_unique<xercesc::XMLGrammarPoolImpl>(xercesc::XMLPlatformUtils::fgMemoryManager);
  std::set<std::string> namespaces;
  std::size_t count = 0;
  for (JsonNode row = first_child(documents); row; row = next_sibling(row), ++count) {
    xercesc::SAX2XMLReaderImpl reader(xercesc::XMLPlatformUtils::fgMemoryManager, pool.get());
    Strict strict;
    reader.setErrorHandler(&strict);
    reader.setFeature(xercesc::XMLUni::fgSAX2CoreValidation, true);
    reader.setFeature(xercesc::XMLUni::fgXercesSchema, true);
    reader.setFeature(xercesc::XMLUni::fgXercesSchemaFullChecking, true);
    reader.setFeature(xercesc::XMLUni::fgXercesUseCachedGrammarInParse, true);
    const std::string path = directory + "/" + std::string(content(row));
    xercesc::Grammar* grammar = reader.loadGrammar(path.c_str(), xercesc::Grammar::SchemaGrammarType, true);
    if (!grammar) {
      fail(set + ": " + path + " gives no grammar");
      continue;
    }
    if (!namespaces.insert(assay::xml::utf8(grammar->getTargetNamespace())).second)
      fail(set + ": " + path + ": its namespace stands in this set already (Xerces would ignore it)");
  }
  std::size_t held = 0;
  auto grammars = pool->getGrammarEnumerator();
  while (grammars.hasMoreElements()) {
    const std::string target = assay::xml::utf8(grammars.nextElement().getTargetNamespace());
    if (!namespaces.contains(target))
      fail(set + ": the grammar of " + target + " came in by an import only; list its document");
    ++held;
  }
  if (held != count) fail(set + ": " + std::to_string(count) + " documents but " + std::to_string(held) + " grammars");
  return pool;
}

void prove(const std::string& set, xercesc::XMLGrammarPool& pool, JsonNode probes) {
  if (!first_child(probes)) fail(set + ": no probe documents");
  for (JsonNode probe = first_child(probes); probe; probe = next_sibling(probe)) {
    const bool valid = boolean(member(probe, "valid"));
    const auto parsed = assay::xml::parse_with(std::string(content(member(probe, "name"))),
                                               std::string(content(member(probe, "xml"))), &pool, {});
    const std::string name = set + ": probe " + std::string(content(member(probe, "name")));
    if (!parsed.well_formed) fail(name + " is not well-formed: " + parsed.problem.code + " " + parsed.problem.message);
    if (parsed.defects.empty() != valid)
      fail(name + (valid ? " has a defect: " + std::string(parsed.defects[0].cause) + " at line " +
                               std::to_string(assay::xml::position(parsed.defects[0].node).line)
                         : " has no defect: its grammar is not active"));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fprintf(stderr, "usage: compile_schemas SCHEMAS_DIR OUT_DIR\n"), 2;
  assay::xml::initialise();
  const std::string directory = argv[1], out = argv[2];
  auto sets = assay::json::parse("sets.json", read(directory + "/sets.json"));
  if (!sets)
    return std::fprintf(stderr, "sets.json:%u:%u: %s\n", sets.problem().line, sets.problem().column,
                        sets.problem().message.c_str()),
           1;
  for (JsonNode set = first_child(member(root(**sets), "sets")); set; set = next_sibling(set)) {
    const std::string name(key(set));
    const auto pool = compile(directory, member(set, "documents"), name);
    if (failures) continue;
    const std::string bytes = assay::xml::serialise_pool(*pool);
    // The probes are judged with what the program will load, not with what was compiled.
    const std::unique_ptr<xercesc::XMLGrammarPool> loaded(assay::xml::load_pool(bytes));
    if (!loaded) {
      fail(name + ": the serialised pool cannot be loaded");
      continue;
    }
    prove(name, *loaded, member(set, "probes"));
    std::ofstream(out + "/" + name, std::ios::binary) << bytes;
  }
  return failures ? 1 : 0;
}
