#include "html/html.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdlib>

#include <gumbo.h>

#include "html/guard.hpp"
#include "limits.hpp"

namespace assay::html {

// gumbo checks no allocation and frees its tree by recursion. So its memory comes from here: counted, let go of in one
// sweep, and when too much of it is asked for, the parser is left by longjmp. Only C frames lie in between.
struct Arena {
  struct Block {
    Block *before, *after;
    std::size_t size;
    std::size_t padding;
  };
  Block* blocks = nullptr;
  std::size_t live = 0, most = 0;
  std::jmp_buf out;

  ~Arena() {
    while (blocks) {
      Block* next = blocks->after;
      std::free(blocks);
      blocks = next;
    }
  }
  static void* take(void* self, std::size_t size) {
    auto& arena = *static_cast<Arena*>(self);
    arena.live += size;
    auto* block = arena.live > arena.most ? nullptr : static_cast<Block*>(std::malloc(sizeof(Block) + size));
    if (!block) std::longjmp(arena.out, 1);
    *block = {nullptr, arena.blocks, size, 0};
    if (arena.blocks) arena.blocks->before = block;
    arena.blocks = block;
    return block + 1;
  }
  static void give_back(void* self, void* memory) {
    if (!memory) return;
    auto& arena = *static_cast<Arena*>(self);
    Block* block = static_cast<Block*>(memory) - 1;
    arena.live -= block->size;
    (block->before ? block->before->after : arena.blocks) = block->after;
    if (block->after) block->after->before = block->before;
    std::free(block);
  }
};

Document::Document() = default;
Document::~Document() = default;

const Attribute* Document::attribute(const Node& node, std::string_view name) const {
  for (std::uint32_t i = 0; i < node.attribute_count; ++i)
    if (attributes[node.attributes + i].name == name) return &attributes[node.attributes + i];
  return nullptr;
}

std::string_view Document::value(const Node& node, std::string_view name) const {
  const Attribute* found = attribute(node, name);
  return found ? found->value : std::string_view();
}

std::string Document::text(std::uint32_t node, std::size_t most) const {
  std::string out;
  for (std::uint32_t i = node + 1; i < nodes[node].end && out.size() < most; ++i) {
    if (nodes[i].kind == Node::Kind::element) {
      if (nodes[i].name == "script" || nodes[i].name == "style") i = nodes[i].end - 1;
      continue;
    }
    for (const char c : nodes[i].text.substr(0, std::max<std::size_t>(4 * most, most))) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!blank)
        out.push_back(c);
      else if (!out.empty() && out.back() != ' ')
        out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

namespace {

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return &node.v.element.children;
  return nullptr;
}

std::string_view tag_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return {piece.data, piece.length};
}

// Preorder without recursion: `end` of each node is known when its last descendant is placed.
void flatten(const GumboNode& top, Document& out) {
  std::vector<std::pair<const GumboNode*, unsigned>> open;
  std::vector<std::uint32_t> placed;
  const auto place = [&](const GumboNode& node) {
    const auto index = static_cast<std::uint32_t>(out.nodes.size());
    Node made;
    made.parent = placed.empty() ? index : placed.back();
    made.end = index + 1;
    if (children_of(node)) {
      const GumboElement& element = node.v.element;
      made.implied = (node.parse_flags & GUMBO_INSERTION_BY_PARSER) != 0;
      made.name = tag_name(element);
      made.offset = element.start_pos.offset;
      made.attributes = static_cast<std::uint32_t>(out.attributes.size());
      made.attribute_count = element.attributes.length;
      for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        out.attributes.push_back({attribute.name, attribute.value, attribute.name_start.offset});
      }
    } else {
      made.kind = Node::Kind::text;
      made.text = node.v.text.text;
      made.offset = node.v.text.start_pos.offset;
    }
    // What the parser adds has no place; a place outside the text is none.
    if (made.offset > out.bytes.size()) made.offset = 0;
    out.nodes.push_back(made);
    return index;
  };
  placed.push_back(place(top));
  open.emplace_back(&top, 0);
  while (!open.empty()) {
    const GumboVector& children = *children_of(*open.back().first);
    if (open.back().second == children.length) {
      out.nodes[placed.back()].end = static_cast<std::uint32_t>(out.nodes.size());
      open.pop_back();
      placed.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[open.back().second++]);
    if (child->type == GUMBO_NODE_COMMENT || child->type == GUMBO_NODE_DOCUMENT) continue;
    const std::uint32_t index = place(*child);
    if (!children_of(*child)) continue;
    placed.push_back(index);
    open.emplace_back(child, 0);
  }
}

// A frame of its own, without objects that longjmp would skip.
const GumboOutput* run(Arena& arena, const GumboOptions& options, const char* text, std::size_t size) {
  if (setjmp(arena.out) != 0) return nullptr;
  return gumbo_parse_with_options(&options, text, size);
}

constexpr std::size_t tree_factor = 8;  // a tree of 128 MiB, whatever the page; the largest pages met take a tenth

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

Result<std::unique_ptr<Document>> parse(std::string file, std::string utf8, const Limits& limits) {
  if (auto problem = too_costly(file, utf8, limits)) return *problem;
  auto document = std::make_unique<Document>();
  document->bytes = std::move(utf8);
  document->arena = std::make_unique<Arena>();
  document->arena->most = std::min<std::uint64_t>(limits.html_bytes, SIZE_MAX / tree_factor) * tree_factor;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::take;
  options.deallocator = &Arena::give_back;
  options.userdata = document->arena.get();
  options.max_errors = 0;
  const GumboOutput* output = run(*document->arena, options, document->bytes.data(), document->bytes.size());
  if (!output)
    return over_limit(limits, &Limits::html_bytes, "The page makes an HTML parser build far more than it holds",
                      std::move(file));
  flatten(*output->root, *document);
  document->lines = text::LineIndex(document->bytes);
  return document;
}

std::string declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, 4'096));
  for (char& c : head)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  const auto name_at = [&](std::size_t at) {
    while (at < head.size() && (is_space(head[at]) || head[at] == '=' || head[at] == '"' || head[at] == '\'')) ++at;
    std::size_t end = at;
    while (end < head.size() && !is_space(head[end]) && head[end] != '"' && head[end] != '\'' && head[end] != ';' &&
           head[end] != '>' && head[end] != '/')
      ++end;
    return std::string(bytes.substr(at, end - at));
  };
  if (head.starts_with("<?xml")) {
    const std::size_t at = head.find("encoding");
    if (at != std::string::npos && at < head.find("?>")) return name_at(at + 8);
  }
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 5)) {
    const std::size_t end = std::min(head.find('>', at), head.size());
    const std::size_t charset = head.find("charset", at);
    if (charset < end) return name_at(charset + 7);
  }
  return {};
}

}  // namespace assay::html
