// The vocabularies named LOMv1.0, as parameters of the rules that judge terms: one list per element ("record-role":
// those who made the record). IMS MD writes most of its values with capitals, LOM with small letters.
#pragma once

#include <assay/rule.hpp>

namespace assay {

inline constexpr ParamInfo lom_vocabularies[] = {
    {"structure", Join::allow, R"(["atomic", "collection", "networked", "hierarchical", "linear"])"},
    {"aggregationLevel", Join::allow, R"(["1", "2", "3", "4"])"},
    {"status", Join::allow, R"(["draft", "final", "revised", "unavailable"])"},
    {"role", Join::allow,
     R"(["author", "publisher", "unknown", "initiator", "terminator", "validator", "editor", "graphical designer", "technical implementer", "content provider", "technical validator", "educational validator", "script writer", "instructional designer", "subject matter expert"])"},
    {"record-role", Join::allow, R"(["creator", "validator"])"},
    {"type", Join::allow, R"(["operating system", "browser"])"},
    {"name", Join::allow,
     R"(["pc-dos", "ms-windows", "macos", "unix", "multi-os", "none", "any", "netscape communicator", "ms-internet explorer", "opera", "amaya"])"},
    {"interactivityType", Join::allow, R"(["active", "expositive", "mixed"])"},
    {"learningResourceType", Join::allow,
     R"(["exercise", "simulation", "questionnaire", "diagram", "figure", "graph", "index", "slide", "table", "narrative text", "exam", "experiment", "problem statement", "self assessment", "lecture"])"},
    {"interactivityLevel", Join::allow, R"(["very low", "low", "medium", "high", "very high"])"},
    {"semanticDensity", Join::allow, R"(["very low", "low", "medium", "high", "very high"])"},
    {"intendedEndUserRole", Join::allow, R"(["teacher", "author", "learner", "manager"])"},
    {"context", Join::allow, R"(["school", "higher education", "training", "other"])"},
    {"difficulty", Join::allow, R"(["very easy", "easy", "medium", "difficult", "very difficult"])"},
    {"cost", Join::allow, R"(["yes", "no"])"},
    {"copyrightAndOtherRestrictions", Join::allow, R"(["yes", "no"])"},
    {"kind", Join::allow,
     R"(["ispartof", "haspart", "isversionof", "hasversion", "isformatof", "hasformat", "references", "isreferencedby", "isbasedon", "isbasisfor", "requires", "isrequiredby"])"},
    {"purpose", Join::allow,
     R"(["discipline", "idea", "prerequisite", "educational objective", "accessibility restrictions", "educational level", "skill level", "security level", "competency"])"},
};

/// From memory of the standard: a rule that uses them says so by its confidence.
inline constexpr ParamInfo imsmd_vocabularies[] = {
    {"structure", Join::allow,
     R"(["Collection", "Mixed", "Linear", "Hierarchical", "Networked", "Branched", "Parceled", "Atomic"])"},
    {"aggregationlevel", Join::allow, R"(["1", "2", "3", "4"])"},
    {"status", Join::allow, R"(["Draft", "Final", "Revised", "Unavailable"])"},
    {"role", Join::allow,
     R"(["Author", "Publisher", "Unknown", "Initiator", "Terminator", "Validator", "Editor", "Graphical Designer", "Technical Implementer", "Content Provider", "Technical Validator", "Educational Validator", "Script Writer", "Instructional Designer", "Subject Matter Expert"])"},
    {"record-role", Join::allow, R"(["Creator", "Validator"])"},
    {"type", Join::allow, R"(["Operating System", "Browser"])"},
    {"interactivitytype", Join::allow, R"(["Active", "Expositive", "Mixed", "Undefined"])"},
    {"interactivitylevel", Join::allow, R"(["very low", "low", "medium", "high", "very high"])"},
    {"semanticdensity", Join::allow, R"(["very low", "low", "medium", "high", "very high"])"},
    {"intendedenduserrole", Join::allow, R"(["Teacher", "Author", "Learner", "Manager"])"},
    {"difficulty", Join::allow, R"(["very easy", "easy", "medium", "difficult", "very difficult"])"},
    {"cost", Join::allow, R"(["yes", "no"])"},
    {"copyrightandotherrestrictions", Join::allow, R"(["yes", "no"])"},
    {"kind", Join::allow,
     R"(["IsPartOf", "HasPart", "IsVersionOf", "HasVersion", "IsFormatOf", "HasFormat", "References", "IsReferencedBy", "IsBasedOn", "IsBasisFor", "Requires", "IsRequiredBy"])"},
    {"purpose", Join::allow,
     R"(["Discipline", "Idea", "Prerequisite", "Educational Objective", "Accessibility Restrictions", "Educational Level", "Skill Level", "Security Level", "Competency"])"},
};

}  // namespace assay
