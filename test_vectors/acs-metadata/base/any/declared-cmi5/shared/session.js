// cmi5: fetch= and the rest come in the launch address
var api = null;
function findAPI(win) {
  while (win && !win.API && win.parent !== win) win = win.parent;
  return win ? win.API : null;
}
window.onload = function () {
  api = findAPI(window);
  if (api) api.LMSInitialize("");
};
