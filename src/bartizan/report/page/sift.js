// Sifts and sorts the findings. Without it the page is complete, only longer to read.
(() => {
  "use strict";
  const form = document.getElementById("sift");
  const groups = [...document.querySelectorAll(".group")];
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target?.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    target.scrollIntoView();
  };
  let reopened = [];
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    reopened = [...document.querySelectorAll("details:not([open])")];
    reopened.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => reopened.forEach((fold) => { fold.open = false; }));
  reveal();
  if (!form) return;

  const rows = new Map(groups.map((group) => [group, [...group.querySelectorAll(".places > li")]]));
  const texts = new Map();
  const text = (node) => {
    if (!texts.has(node)) texts.set(node, node.textContent.toLowerCase());
    return texts.get(node);
  };
  const plural = (number) => `${number.toLocaleString("en")} ${number === 1 ? "place" : "places"}`;

  const sift = () => {
    const wanted = form.elements.text.value.trim().toLowerCase();
    const kind = form.elements.kind.value;
    const levels = new Set([...form.querySelectorAll("[name=level]:checked")].map((box) => box.value));
    let total = 0;
    for (const group of groups) {
      const whole = !wanted || text(group.querySelector("summary")).includes(wanted);
      let shown = 0;
      for (const row of rows.get(group)) {
        const fits = levels.has(group.dataset.level) && (!kind || row.dataset.kind === kind) && (whole || text(row).includes(wanted));
        row.hidden = !fits;
        shown += fits;
      }
      group.hidden = shown === 0;
      group.querySelector(".number").textContent = plural(shown);
      total += shown;
    }
    form.querySelector("output").textContent = plural(total);
    document.getElementById("nothing").hidden = total > 0;
  };
  const orders = {
    rank: (a, b) => (a.dataset.level === "unknown") - (b.dataset.level === "unknown") || b.dataset.rank - a.dataset.rank,
    count: (a, b) => rows.get(b).length - rows.get(a).length,
    rule: (a, b) => a.dataset.rule.localeCompare(b.dataset.rule),
  };
  const sort = () => {
    const sorted = [...groups].sort(orders[form.elements.order.value]);
    document.getElementById("groups").append(...sorted);
  };
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(sift, 120);
  });
  form.elements.order.addEventListener("change", sort);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.fold.addEventListener("click", (event) => {
    const open = event.target.textContent === "open all";
    groups.forEach((group) => { group.open = open; });
    event.target.textContent = open ? "close all" : "open all";
  });
  form.hidden = false;
  sift();
})();
