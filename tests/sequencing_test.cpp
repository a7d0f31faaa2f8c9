// The sequencing model: templates merged in, children that count, and work that grows with the manifest, not its
// square.
#include <doctest/doctest.h>

#include <assay/package.hpp>
#include <assay/sequencing.hpp>

using namespace assay;

namespace {

std::string manifest_of(const std::string& items, const std::string& templates) {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
          xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss" identifier="M">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>t</title>)" +
         items + R"(</organization></organizations>
<resources><resource identifier="R" type="webcontent" adlcp:scormType="sco" href="a.html"><file href="a.html"/></resource></resources>
<imsss:sequencingCollection>)" +
         templates + "</imsss:sequencingCollection></manifest>";
}

std::string item(const std::string& identifier, const std::string& inside) {
  return "<item identifier=\"" + identifier + "\" identifierref=\"R\"><title>t</title>" + inside + "</item>";
}

struct Course {
  explicit Course(std::string text) : bytes(std::move(text)), package(open({"imsmanifest.xml", &bytes})) {
    REQUIRE(package);
  }
  const ActivityTree& tree() const { return activity_tree(*package); }
  std::string bytes;
  Result<Package> package;
};

}  // namespace

TEST_CASE("what an activity says itself hides that part of its template, and only that part") {
  const Course course(manifest_of(
      item("a", R"(<imsss:sequencing IDRef=" T "><imsss:limitConditions attemptLimit="2"/></imsss:sequencing>)") +
          item("b", R"(<imsss:sequencing IDRef="T"><imsss:deliveryControls/></imsss:sequencing>)") +
          item("c", R"(<imsss:sequencing IDRef="U"/>)"),
      R"(<imsss:sequencing ID="T"><imsss:limitConditions attemptLimit="5"/>
                       <imsss:deliveryControls tracked="false"/></imsss:sequencing>)"));
  const auto activities = course.tree().activities;
  REQUIRE(activities.size() == 4);
  CHECK(activities[0].item == none);
  CHECK(activities[0].children == 3);
  CHECK(activities[1].attempt_limit == 2);
  CHECK_FALSE(activities[1].tracked);
  CHECK(activities[2].attempt_limit == 5);
  CHECK(activities[2].tracked);  // an empty part of one's own hides the template's as well
  CHECK(activities[3].base == none);
  CHECK(activities[0].completing == 2);
  CHECK(course.tree().sequencings[0].users == 2);
}

TEST_CASE("objective ids are compared as ADL does") {
  const Course course(manifest_of(
      item(
          "a",
          R"(<imsss:sequencing><imsss:objectives><imsss:primaryObjective/><imsss:objective objectiveID="final%20 quiz"/>
                   </imsss:objectives></imsss:sequencing>)"),
      ""));
  const Activity& activity = course.tree().activities[1];
  CHECK(asked_objective(*course.package, activity, "final quiz") == 1);
  CHECK(asked_objective(*course.package, activity, "") == 0);
  CHECK(asked_objective(*course.package, activity, "final") == none);
}

TEST_CASE("a lock opens when a chain of activities leads to it, however long") {
  std::string items;
  const int length = 2'000;
  for (int i = 0; i < length; ++i) {
    const std::string mine = "g" + std::to_string(i), before = "g" + std::to_string(i - 1);
    const std::string rule =
        i == 0 ? "" : R"(<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition
                    referencedObjective="w" operator="not" condition="objectiveStatusKnown"/></imsss:ruleConditions>
                    <imsss:ruleAction action="disabled"/></imsss:preConditionRule></imsss:sequencingRules>)";
    const std::string objectives =
        R"(<imsss:objectives><imsss:primaryObjective objectiveID="p"><imsss:mapInfo targetObjectiveID=")" + mine +
        R"(" writeSatisfiedStatus="true"/></imsss:primaryObjective><imsss:objective objectiveID="w">
                                   <imsss:mapInfo targetObjectiveID=")" +
        before + R"("/></imsss:objective></imsss:objectives>)";
    items = item("i" + std::to_string(i), "<imsss:sequencing>" + rule + objectives + "</imsss:sequencing>") + items;
  }
  const Course chain(manifest_of(items, ""));
  CHECK(locks(*chain.package).empty());
}
