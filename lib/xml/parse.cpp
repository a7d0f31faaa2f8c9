#include "xml/parse.hpp"

#include <algorithm>
#include <cstring>
#include <map>

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/XMLErrorCodes.hpp>
#include <xercesc/framework/XMLValidityCodes.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>
#include <xercesc/util/XMLExceptMsgs.hpp>
#include <xercesc/util/XMLUni.hpp>

#include "limits.hpp"
#include "xml/crowded_tag.hpp"
#include "xml/diagnose.hpp"
#include "xml/doctype.hpp"
#include "xml/grammars.hpp"
#include "xml/name_table.hpp"
#include "xml/pool_memory.hpp"
#include "xml/trouble.hpp"
#include "xml/unseen.hpp"

namespace assay::xml {
namespace {

using xercesc::OutOfMemoryException;
using xercesc::SchemaElementDecl;
using xercesc::XMLElementDecl;

constexpr std::uint32_t absent = XmlDocument::absent;

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

constexpr const char* crowded = "A tag has too many attributes";

struct Stopped {};     // at the first fatal error, which is kept
struct EndedEarly {};  // the Stop of the limits asked for it

// The reader is the scanner's document handler itself: one virtual call per event, and the declaration that was in
// force comes with it.
class TreeReader final : public xercesc::SAX2XMLReaderImpl {
 public:
  TreeReader(XmlDocument& document, const Limits& limits, PoolMemory& memory, xercesc::XMLGrammarPool* pool)
      : SAX2XMLReaderImpl(&memory, pool), document_(document), limits_(limits) {
    document_.names.push_back({});  // text_name
    // Room for a dense document, so that the arenas are not copied while they grow; memory that is not touched costs
    // nothing.
    document_.elements.reserve(std::min<std::size_t>(document.bytes.size() / 24 + 16, limits.xml_nodes));
    document_.attributes.reserve(document.bytes.size() / 24 + 16);
  }

  std::vector<Suspect> suspects;
  std::vector<const SchemaElementDecl*> declarations;  // parallel to the elements; null when undeclared
  bool dangling_idrefs = false;
  Trouble fatal;

  void startElement(const XMLElementDecl& declaration, const unsigned int uri, const XMLCh* const prefix,
                    const xercesc::RefVectorOf<xercesc::XMLAttr>& attributes, const XMLSize_t count, const bool empty,
                    const bool) override {
    if (open_.size() >= limits_.xml_depth)
      throw BudgetHit{&Limits::xml_depth, "Elements are nested too deeply", getSrcOffset()};
    if (document_.elements.size() % 4'096 == 0 && limits_.stop.asked()) throw EndedEarly();
    if (document_.elements.size() >= limits_.xml_nodes)
      throw BudgetHit{&Limits::xml_nodes, "The document has too many elements", getSrcOffset()};
    const std::uint64_t around = open_.empty() ? 0 : open_.back().attributes;
    if (count > limits_.xml_attributes || around + count > 2 * limits_.xml_attributes)
      throw BudgetHit{&Limits::xml_attributes, crowded, getSrcOffset()};
    flush_text();
    const auto offset = std::min<std::uint64_t>(getSrcOffset(), document_.bytes.size());
    const std::size_t start = offset == 0 ? 0 : document_.bytes.rfind('<', offset - 1);
    const std::uint32_t index = add(intern(uri, prefix, declaration.getBaseName()),
                                    start == std::string::npos ? 0 : static_cast<std::uint32_t>(start));
    auto& element = document_.elements[index];
    element.attributes = static_cast<std::uint32_t>(document_.attributes.size());
    cursor_ = element.offset;
    for (XMLSize_t i = 0; i < count; ++i) {
      const xercesc::XMLAttr& attribute = *attributes.elementAt(i);
      if (attribute.getSpecified()) add_attribute(index, attribute);
    }
    element.attribute_count = static_cast<std::uint16_t>(document_.attributes.size() - element.attributes);
    open_.push_back({.element = index, .attributes = static_cast<std::uint32_t>(around + count)});
    declarations.resize(index + 1);
    declarations[index] = schema_declaration(declaration);
    settle(true);
    last_empty_ = absent;
    behind_tag_ = static_cast<std::uint32_t>(offset);
    if (empty) {
      close(static_cast<std::uint32_t>(offset));
      last_empty_ = index;
    }
  }

  void endElement(const XMLElementDecl&, const unsigned int, const bool, const XMLCh* const) override {
    last_empty_ = absent;
    const auto end = static_cast<std::uint32_t>(std::min<std::uint64_t>(getSrcOffset(), document_.bytes.size()));
    close(end);
    behind_tag_ = end;
  }

  void docCharacters(const XMLCh* const text, const XMLSize_t length, const bool) override {
    if (!open_.empty()) append_utf8(text_, text, length);
  }
  void ignorableWhitespace(const XMLCh* const, const XMLSize_t, const bool) override {}
  void docComment(const XMLCh* const) override {}
  void docPI(const XMLCh* const target, const XMLCh* const) override {
    if (utf8(target) == "xml-stylesheet")
      document_.stylesheet_offsets.push_back(static_cast<std::uint32_t>(getSrcOffset()));
  }

  void error(const unsigned int code, const XMLCh* const domain, const xercesc::XMLErrorReporter::ErrTypes type,
             const XMLCh* const message, const XMLCh* const, const XMLCh* const, const XMLFileLoc line,
             const XMLFileLoc column) override {
    if (type == xercesc::XMLErrorReporter::ErrType_Fatal) {
      // An odd number of entries in schemaLocation is fatal to Xerces, and no matter of well-formedness.
      const bool xml = xercesc::XMLString::equals(domain, xercesc::XMLUni::fgXMLErrDomain);
      if (xml && code == xercesc::XMLErrs::BadSchemaLocation) return;
      fatal = {code,
               static_cast<std::uint32_t>(line),
               static_cast<std::uint32_t>(column),
               open_.empty() ? std::string() : document_.names[element_of_top().name].written,
               open_.empty() ? 0 : element_of_top().offset,
               utf8(message)};
      throw Stopped{};
    }
    // Bad values come under the domain of exceptions, everything else under that of validity.
    const bool validity = xercesc::XMLString::equals(domain, xercesc::XMLUni::fgValidityDomain);
    if (validity && code == xercesc::XMLValid::IDNotDeclared) dangling_idrefs = true;
    if (validity && code == xercesc::XMLValid::NoCharDataInCM) text_not_allowed(getSrcOffset());
    pending_ = true;
    if (last_empty_ != absent) suspects.push_back({last_empty_});  // its content is judged after its event
    reused_id_ = reused_id_ || (validity ? code == xercesc::XMLValid::ReusedIDValue
                                         : code == xercesc::XMLExcepts::VALUE_ID_Not_Unique);
  }

  void finish() {
    auto& groups = document_.groups;
    for (const auto& element : document_.elements)
      if (element.name != XmlDocument::text_name) ++groups[document_.names[element.name].group].count;
    std::uint32_t first = 0;
    for (auto& group : groups) {
      group.first = first;
      first += group.count;
      group.count = 0;
    }
    document_.by_name.resize(first);
    for (std::uint32_t i = 0; i < document_.elements.size(); ++i) {
      if (document_.elements[i].name == XmlDocument::text_name) continue;
      auto& group = groups[document_.names[document_.elements[i].name].group];
      document_.by_name[group.first + group.count++] = i;
    }
  }

 private:
  struct Open {
    std::uint32_t element;
    std::uint32_t last_child = absent;
    bool suspect = false;
    bool reused_id = false;
    std::uint32_t attributes = 0;  // of it and of all around it
  };

  // Text where none is allowed never comes as an event: it is taken from the source, up to the tag around it.
  // A long one is complained of piece by piece: the first piece will do.
  void text_not_allowed(std::uint64_t offset) {
    const std::string_view source(document_.bytes.data(), std::min<std::uint64_t>(offset, document_.bytes.size()));
    const std::size_t start = source.rfind('>', source.size() > 1 ? source.size() - 2 : 0);
    if (start == text_told_) return;
    text_told_ = start;
    const std::string_view text =
        trimmed(start == std::string_view::npos ? std::string_view() : source.substr(start + 1));
    text_ += text.empty() ? "text" : std::string(text.substr(0, text.find('<')));
  }

  XmlDocument::Element& element_of_top() { return document_.elements[open_.back().element]; }

  static const SchemaElementDecl* schema_declaration(const XMLElementDecl& declaration) {
    return declaration.getObjectType() == XMLElementDecl::Schema && declaration.isDeclared()
               ? static_cast<const SchemaElementDecl*>(&declaration)
               : nullptr;
  }

  std::uint32_t intern(unsigned int uri_id, const XMLCh* prefix, const XMLCh* local) {
    const std::uint32_t name = names_.index(uri_id, prefix, local, [this](unsigned int id) { return getURIText(id); });
    if (names_.bytes() > limits_.xml_name_bytes)
      throw BudgetHit{&Limits::xml_name_bytes, "The names are too many or too long", getSrcOffset()};
    return name;
  }

  std::uint32_t add(std::uint32_t name, std::uint32_t offset) {
    const auto index = static_cast<std::uint32_t>(document_.elements.size());
    auto& element = document_.elements.emplace_back();
    element.offset = offset;
    element.name = name;
    if (open_.empty()) return index;
    Open& top = open_.back();
    element.parent = top.element;
    element.depth = static_cast<std::uint16_t>(open_.size());
    auto& count = ordinals_[{top.element, document_.names[name].group}];
    element.ordinal = ++count;
    (top.last_child == absent ? document_.elements[top.element].first_child
                              : document_.elements[top.last_child].next_sibling) = index;
    top.last_child = index;
    return index;
  }

  void add_attribute(std::uint32_t owner, const xercesc::XMLAttr& attribute) {
    XmlDocument::AttributeRow row;
    row.name = intern(attribute.getURIId(), attribute.getPrefix(), attribute.getName());
    row.owner = owner;
    value_.clear();
    append_utf8(value_, attribute.getValue(), xercesc::XMLString::stringLen(attribute.getValue()));
    row.value = store(value_, next_value());
    row.value_size = static_cast<std::uint32_t>(value_.size());
    document_.attributes.push_back(row);
  }

  // Where the characters of the next attribute's value start; the cursor then stands behind its closing quote.
  std::size_t next_value() {
    const std::string& source = document_.bytes;
    const std::size_t open = source.find_first_of("\"'", std::min(source.find('=', cursor_), source.size()));
    if (open == std::string::npos) return source.size();
    cursor_ = std::min(source.find(source[open], open + 1), source.size());
    return open + 1;
  }

  // The place of characters: in the source when they stand there just so, else in `strings`.
  std::uint32_t store(const std::string& characters, std::size_t place) {
    if (place < document_.bytes.size() && document_.bytes.compare(place, characters.size(), characters) == 0)
      return static_cast<std::uint32_t>(place);
    document_.strings += characters;
    return static_cast<std::uint32_t>(document_.bytes.size() + document_.strings.size() - characters.size());
  }

  void store_text(std::uint32_t element) {
    document_.elements[element].text = store(text_, behind_tag_);
    document_.elements[element].text_size = static_cast<std::uint32_t>(text_.size());
  }

  // Before a child starts: character data of an element that has children becomes a text node of its own, so that mixed
  // content keeps its order. White space between elements is dropped.
  void flush_text() {
    if (!open_.empty() && !blank(text_)) {
      const std::uint32_t offset = static_cast<std::uint32_t>(getSrcOffset());
      store_text(add(XmlDocument::text_name, offset));
    }
    text_.clear();
  }

  void close(std::uint32_t end) {
    Open top = open_.back();
    if (top.last_child == absent) {
      if (!text_.empty()) store_text(top.element);
      text_.clear();
    } else {
      flush_text();
    }
    document_.elements[top.element].end_offset = end;
    settle(false);
    top = open_.back();
    if (top.suspect) suspects.push_back({top.element, top.reused_id});
    ordinals_.erase(ordinals_.lower_bound({top.element, 0}), ordinals_.lower_bound({top.element + 1, 0}));
    open_.pop_back();
  }

  // Errors come before the event of the element they belong to; some belong to the element around it. Marking both
  // costs nothing: diagnosis finds only what is really wrong.
  void settle(bool opened) {
    if (!pending_) return;
    open_.back().suspect = true;
    open_.back().reused_id = open_.back().reused_id || reused_id_;
    if (opened && open_.size() > 1) open_[open_.size() - 2].suspect = true;
    pending_ = reused_id_ = false;
  }

  XmlDocument& document_;
  const Limits& limits_;
  std::vector<Open> open_;
  std::string text_, value_;
  std::size_t cursor_ = 0;        // in the source, while attributes are read
  std::uint32_t behind_tag_ = 0;  // where the text that comes next starts, if no comment stands before it
  NameTable names_{document_};
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> ordinals_;  // of the open elements
  std::size_t text_told_ = 0;          // the ">" in front of the last text that is not allowed
  std::uint32_t last_empty_ = absent;  // an empty element whose event was the last one
  bool pending_ = false, reused_id_ = false;
};

// Xerces calls the overrides of TreeReader only when it thinks that somebody listens behind them.
void configure(TreeReader& reader, xercesc::DefaultHandler& listener, bool validate) {
  using xercesc::XMLUni;
  reader.setProperty(XMLUni::fgXercesScannerName,
                     const_cast<XMLCh*>(validate ? XMLUni::fgSGXMLScanner : XMLUni::fgWFXMLScanner));
  reader.setFeature(XMLUni::fgSAX2CoreNameSpaces, true);
  reader.setFeature(XMLUni::fgSAX2CoreValidation, validate);
  reader.setFeature(XMLUni::fgXercesSchema, validate);
  reader.setFeature(XMLUni::fgXercesDynamic, false);
  reader.setFeature(XMLUni::fgXercesSchemaFullChecking, false);
  reader.setFeature(XMLUni::fgXercesUseCachedGrammarInParse, true);
  reader.setFeature(XMLUni::fgXercesCacheGrammarFromParse, false);
  reader.setFeature(XMLUni::fgXercesLoadSchema, false);
  reader.setFeature(XMLUni::fgXercesLoadExternalDTD, false);
  reader.setFeature(XMLUni::fgXercesDisableDefaultEntityResolution, true);
  reader.setFeature(XMLUni::fgXercesContinueAfterFatalError, true);  // TreeReader stops by itself
  reader.setFeature(XMLUni::fgXercesCalculateSrcOfs, true);
  reader.setContentHandler(&listener);
  reader.setErrorHandler(&listener);
}

}  // namespace

Parsed parse(std::string file, std::string utf8_text, std::string_view set, const Limits& limits) {
  initialise();
  return parse_with(std::move(file), std::move(utf8_text), set.empty() ? nullptr : grammar_pool(set), limits);
}

Parsed parse_with(std::string file, std::string utf8_text, xercesc::XMLGrammarPool* pool, const Limits& limits) {
  Parsed parsed;
  parsed.document = std::make_unique<XmlDocument>();
  XmlDocument& document = *parsed.document;
  document.file = std::move(file);
  document.bytes = std::move(utf8_text);
  parsed.problem.file = document.file;
  if (document.bytes.size() > limits.document_bytes || document.bytes.size() >= 0x7FFFFF00u) {
    parsed.problem = over_limit(limits, &Limits::document_bytes, "The document is too large", document.file);
    return parsed;
  }
  std::string without_doctype;
  if (document.bytes.find("<!DOCTYPE") != std::string::npos) {
    without_doctype = document.bytes;
    document.doctype = blank_doctype(without_doctype, document.doctype_offset);
  }
  const std::string& text = document.doctype ? without_doctype : document.bytes;
  if (const std::size_t at = crowded_tag(text, limits.xml_attributes); at != std::string_view::npos) {
    parsed.problem = explain(BudgetHit{&Limits::xml_attributes, crowded, at}, document, limits);
    return parsed;
  }
  PoolMemory memory;  // outlives the reader
  TreeReader reader(document, limits, memory, pool);
  xercesc::DefaultHandler listener;
  configure(reader, listener, pool != nullptr);
  xercesc::MemBufInputSource source(reinterpret_cast<const XMLByte*>(text.data()), text.size(), u"", false);
  source.setEncoding(xercesc::XMLUni::fgUTF8EncodingString);
  source.setCopyBufToStream(false);
  try {
    reader.parse(source);
    parsed.well_formed = !document.elements.empty();
    if (!parsed.well_formed) parsed.problem = explain(reader.fatal, document);
  } catch (const Stopped&) {
    parsed.problem = explain(reader.fatal, document);
  } catch (const BudgetHit& hit) {
    parsed.problem = explain(hit, document, limits);
  } catch (const EndedEarly&) {
    parsed.problem = early_end(limits.stop);
    parsed.problem.file = document.file;
  } catch (const xercesc::XMLException& exception) {
    parsed.problem = explain(
        {1, static_cast<std::uint32_t>(exception.getSrcLine()), 1, {}, 0, utf8(exception.getMessage())}, document);
  } catch (const xercesc::OutOfMemoryException&) {
    parsed.problem = {ProblemKind::refused, "limit-memory", "There is not enough memory to read the document.", "",
                      document.file};
  }
  reader.finish();
  if (parsed.well_formed && pool) {
    parsed.validated = true;
    reader.declarations.resize(document.elements.size());
    parsed.defects = diagnose(document, *pool, reader.declarations, std::move(reader.suspects), reader.dangling_idrefs);
    parsed.unseen = unseen_names(document, *pool, reader.declarations, parsed.defects);
  }
  return parsed;
}

}  // namespace assay::xml
