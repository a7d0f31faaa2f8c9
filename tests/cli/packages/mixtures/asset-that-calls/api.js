var api = window.parent.API_1484_11;
api.Initialize("");
