"use strict";
(() => {
  const page = JSON.parse(document.getElementById("texts").textContent);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const at = (id) => document.getElementById(id);
  let language = page.language;

  // A text in the language of the page, else in English; with the language it is really in.
  const said = (row) => {
    const texts = page.texts[row];
    return texts[language] === undefined ? [texts.en, "en"] : [texts[language], language];
  };

  // Values are text, never markup.
  const value = (text) => {
    const isolate = document.createElement("bdi");
    isolate.setAttribute("translate", "no");
    isolate.textContent = text;
    return isolate;
  };

  const parts = (text, values) => {
    if (text.includes("\u0002"))
      return text.split(/\u0002([^\u0003]*)\u0003/).map((part, i) => (i % 2 ? value(part) : part));
    return text.split(/(\{[A-Za-z0-9_-]+\})/).flatMap((part, i) => {
      const name = part.slice(1, -1);
      if (i % 2 === 0 || !Object.hasOwn(values, name)) return [part];
      const each = values[name];
      return typeof each === "string" ? [value(each)] : parts(said(each.t)[0], each.v);
    });
  };

  const speak = () => {
    document.documentElement.lang = language;
    for (const element of all("[data-t]")) {
      const [text, tongue] = said(element.dataset.t);
      element.replaceChildren(...parts(text, JSON.parse(element.dataset.v || "{}")));
      if (tongue === language) element.removeAttribute("lang");
      else element.lang = tongue;
    }
    for (const element of all("[data-l]")) element.setAttribute("aria-label", said(element.dataset.l)[0]);
  };

  const findings = all(".finding");
  const tools = at("tools");
  const severities = all("input[name=severity]", tools);

  const requirements = (finding) => finding.dataset.requirements.split(" ").filter(Boolean);

  const choose = (id, values) => {
    for (const each of [...new Set(values)].filter(Boolean).sort()) {
      const option = document.createElement("option");
      option.value = option.textContent = each;
      option.setAttribute("translate", "no");
      at(id).append(option);
    }
  };

  const filter = () => {
    const wanted = new Set(severities.filter((box) => box.checked).map((box) => box.value));
    const standard = at("standard").value, file = at("file").value, requirement = at("requirement").value;
    let shown = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      finding.hidden = !(wanted.has(data.severity) && (!standard || data.standard === standard) &&
        (!file || data.file === file) && (!requirement || requirements(finding).includes(requirement)));
      shown += finding.hidden ? 0 : 1;
    }
    for (const group of all(".group")) group.hidden = !group.querySelector(".finding:not([hidden])");
    const [text, tongue] = said(at("shown").dataset.row);
    at("shown").lang = tongue;
    at("shown").replaceChildren(...parts(text, { shown: String(shown), total: String(findings.length) }));
  };

  const heading = (finding, by) => {
    const element = document.createElement("h4");
    if (by === "severity") {
      element.append(finding.querySelector(".badge").cloneNode(true));
    } else if (by === "file" && !finding.dataset.file) {
      element.append(finding.querySelector(".place [data-t]").cloneNode(true));
    } else {
      const code = document.createElement(by === "file" ? "bdi" : "code");
      code.setAttribute("translate", "no");
      code.textContent = by === "requirement" ? requirements(finding)[0] || "" : finding.dataset[by];
      element.append(code);
    }
    return element;
  };

  const order = ["error", "warning", "info", "waived"];
  const group = () => {
    const by = at("group").value;
    for (const list of all(".findings")) {
      const mine = findings.filter((finding) => list.contains(finding));
      const groups = new Map();
      for (const finding of mine) {
        const key = by === "requirement" ? requirements(finding)[0] || "" : finding.dataset[by];
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(finding);
      }
      const keys = [...groups.keys()];
      if (by === "severity") keys.sort((a, b) => order.indexOf(a) - order.indexOf(b));
      else if (by !== "file") keys.sort();
      list.replaceChildren(...keys.map((key) => {
        const section = document.createElement("section");
        section.className = "group";
        section.append(heading(groups.get(key)[0], by), ...groups.get(key));
        return section;
      }));
    }
    filter();
  };

  choose("standard", findings.map((finding) => finding.dataset.standard));
  choose("file", findings.map((finding) => finding.dataset.file));
  choose("requirement", findings.flatMap(requirements));
  for (const box of severities)
    if (!findings.some((finding) => finding.dataset.severity === box.value)) box.disabled = true;

  tools.addEventListener("change", (event) => (event.target.id === "group" ? group() : filter()));
  at("show-all").addEventListener("click", () => {
    for (const box of severities) box.checked = true;
    for (const id of ["standard", "file", "requirement"]) at(id).value = "";
    filter();
  });
  at("open-close").addEventListener("click", () => {
    const details = all(".finding details");
    const open = details.every((each) => each.open);
    for (const each of details) each.open = !open;
  });
  // report.html#lang=th opens in Thai.
  const wish = /[#&]lang=([A-Za-z-]+)/.exec(location.hash);
  if (wish && page.languages.some((each) => each.tag === wish[1])) {
    language = wish[1];
    speak();
  }
  at("language").value = language;
  at("language").addEventListener("change", (event) => {
    language = event.target.value;
    speak();
    filter();
  });
  window.addEventListener("beforeprint", () => {
    for (const each of all("details")) each.open = true;
  });

  at("language").parentElement.hidden = false;
  tools.hidden = findings.length < 2;
  filter();
})();
