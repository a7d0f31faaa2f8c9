#include "xml/trouble.hpp"

#include <algorithm>

#include <xercesc/framework/XMLErrorCodes.hpp>

#include "limits.hpp"

namespace assay::xml {
namespace {

using Errs = XERCES_CPP_NAMESPACE::XMLErrs;

struct Explanation {
  unsigned code;
  const char* message;
  const char* advice;
};

constexpr Explanation explanations[] = {
    {Errs::ExpectedEntityRefName, "A bare \"&\" stands here.", "Write it as &amp; (in addresses too: a=1&amp;b=2)."},
    {Errs::UnterminatedEntityRef, "A \"&\" starts a name here that no \";\" ends.", "Write a plain & as &amp;."},
    {Errs::EntityNotFound, "An entity is used here that XML does not know.",
     "XML itself knows only &amp; &lt; &gt; &quot; and &apos;: write the character itself, for instance in UTF-8."},
    {Errs::BracketInAttrValue, "A \"<\" stands inside an attribute value.", "Write it as &lt;."},
    {Errs::InvalidCharacter, "A character stands here that XML does not allow.",
     "Remove it; it is often a control character from a title."},
    {Errs::InvalidCharacterInAttrValue, "A character stands in this attribute value that XML does not allow.",
     "Remove it."},
    {Errs::InvalidCharacterRef, "A character reference names a character that XML does not allow.", "Remove it."},
    {Errs::ExpectedAttrValue, "An attribute has no value in quotes.", "Write name=\"value\"."},
    {Errs::ExpectedEqSign, "An attribute has no \"=\" after its name.", "Write name=\"value\"."},
    {Errs::ExpectedAttrName, "Something that is no attribute name stands in this tag.",
     "Look for a missing quote or a stray character in front of it."},
    {Errs::ExpectedWhitespace, "White space is missing here.", "Put a space between the attributes."},
    {Errs::AttrAlreadyUsedInSTag, "An attribute stands twice in one tag.", "Keep one of them."},
    {Errs::UnterminatedStartTag, "A start tag is not closed by \">\".", "Close it."},
    {Errs::UnterminatedComment, "A comment is not closed by \"-->\".", "Close it."},
    {Errs::IllegalSequenceInComment, "\"--\" stands inside a comment.", "Write one hyphen."},
    {Errs::UnterminatedPI, "A processing instruction is not closed by \"?>\".", "Close it."},
    {Errs::UnterminatedCDATASection, "A CDATA section is not closed by \"]]>\".", "Close it."},
    {Errs::BadSequenceInCharData, "\"]]>\" stands in plain text.", "Write it as ]]&gt;."},
    {Errs::XMLDeclMustBeFirst, "Something stands in front of the XML declaration.",
     "Let <?xml … ?> be the very first characters of the file."},
    {Errs::NotValidAfterContent, "Something follows the end of the document element.",
     "Let the file end with its one root element."},
    {Errs::EmptyMainEntity, "The file is empty.", "Export the package again."},
    {Errs::InvalidDocumentStructure, "The file has no root element, or text stands outside it.",
     "Let the file consist of one root element."},
    {Errs::MoreEndThanStartTags, "An end tag has no start tag.", "Remove it, or add the start tag."},
    {Errs::UnknownPrefix, "A prefix is used that no xmlns declares.",
     "Declare it: xmlns:prefix=\"…\" on the root element."},
    {Errs::UnexpectedEOE, "The file ends in the middle.", "Export the package again: it was cut off."},
    {Errs::InvalidElementName, "A tag has no proper name.", "Write a plain < as &lt;."},
    {Errs::ExpectedElementName, "A \"<\" is not followed by a name.", "Write a plain < as &lt;."},
    {Errs::ExpectedCommentOrCDATA, "\"<!\" starts neither a comment nor a CDATA section here.",
     "Write a plain < as &lt;."},
    {Errs::NoEmptyStrNamespace, "A prefix is declared with an empty namespace.",
     "Give the declaration its namespace, or remove it."},
    {Errs::UnsupportedXMLVersion, "The XML version is not supported.", "Write version=\"1.0\"."},
    {Errs::BadXMLEncoding, "The encoding in the XML declaration is no encoding name.", "Write encoding=\"UTF-8\"."},
    {Errs::DuplicateDocTypeDecl, "A second document type declaration stands here.", "Remove it."},
};

}  // namespace

Problem explain(const Trouble& trouble, const XmlDocument& document) {
  Problem problem{ProblemKind::unreadable, "not-well-formed", "The XML is not well-formed here.",
                  "Look for an unclosed tag, a missing quote or a bare & just in front of this place.", document.file};
  problem.line = trouble.line == 0 ? 1 : trouble.line;
  // Xerces counts UTF-16 units; assay counts code points.
  const std::string_view line = document.lines().line(problem.line);
  std::uint32_t units = 1, column = 1;
  for (std::size_t i = 0; i < line.size() && units < trouble.column; ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    if ((byte & 0xC0) == 0x80) continue;
    units += byte >= 0xF0 ? 2 : 1;
    ++column;
  }
  problem.column = column;
  for (const Explanation& explanation : explanations) {
    if (explanation.code != trouble.code) continue;
    problem.message = explanation.message;
    problem.advice = explanation.advice;
  }
  const bool open_tag = trouble.code == Errs::ExpectedEndOfTagX || trouble.code == Errs::EndedWithTagsOnStack ||
                        trouble.code == Errs::UnterminatedEndTag;
  if (open_tag && !trouble.open_element.empty()) {
    const auto opened = document.lines().position(trouble.open_offset);
    problem.message =
        "<" + trouble.open_element + ">, opened in line " + std::to_string(opened.line) + ", is not closed here.";
    problem.advice = "Add </" + trouble.open_element + ">, or repair the tag that stands in its place.";
  }
  return problem;
}

Problem explain(const BudgetHit& hit, const XmlDocument& document, const Limits& limits) {
  const auto where = document.lines().position(std::min<std::uint64_t>(hit.offset, document.bytes.size()));
  Problem problem = over_limit(limits, hit.limit, hit.what, document.file);
  problem.line = where.line;
  problem.column = where.column;
  return problem;
}

}  // namespace assay::xml
