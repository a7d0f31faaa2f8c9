var course = {};
