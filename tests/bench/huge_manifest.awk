# A SCORM 2004 4th Edition manifest of N items for tests/bench/growth.sh: awk -v n=50000 -f huge_manifest.awk
# Every fourth item has sequencing and run-time data, every item a resource with two files.
BEGIN {
  print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  print "<manifest identifier=\"M\" version=\"1\" xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\""
  print "  xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\" xmlns:imsss=\"http://www.imsglobal.org/xsd/imsss\">"
  print "  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>"
  print "  <organizations default=\"O\">"
  print "    <organization identifier=\"O\">"
  print "      <title>A very long course</title>"
  for (i = 1; i <= n; ++i) {
    printf "      <item identifier=\"I%06d\" identifierref=\"R%06d\" isvisible=\"true\" parameters=\"?unit=%d&amp;mode=normal\">\n", i, i, i
    printf "        <title>Unit %d: what the learner reads in the menu of the course</title>\n", i
    if (i % 4 == 0) {
      print "        <adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>"
      print "        <adlcp:completionThreshold completedByMeasure=\"true\" minProgressMeasure=\"0.75\"/>"
      print "        <imsss:sequencing>"
      print "          <imsss:limitConditions attemptLimit=\"3\"/>"
      print "          <imsss:objectives>"
      printf "            <imsss:primaryObjective objectiveID=\"J%06d\" satisfiedByMeasure=\"true\">\n", i
      print "              <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>"
      print "            </imsss:primaryObjective>"
      print "          </imsss:objectives>"
      print "          <imsss:deliveryControls objectiveSetByContent=\"true\"/>"
      print "        </imsss:sequencing>"
    }
    print "      </item>"
  }
  print "    </organization>\n  </organizations>\n  <resources>"
  for (i = 1; i <= n; ++i) {
    printf "    <resource identifier=\"R%06d\" type=\"webcontent\" adlcp:scormType=\"sco\" href=\"units/%06d/index.html\">\n", i, i
    printf "      <file href=\"units/%06d/index.html\"/>\n", i
    printf "      <file href=\"units/%06d/pictures/overview.svg\"/>\n    </resource>\n", i
  }
  print "  </resources>\n</manifest>"
}
