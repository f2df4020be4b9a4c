// Sorts and filters the tables. Without it they are complete, in the order that matters most.
(() => {
  "use strict";
  const ranks = { critical: 4, high: 3, medium: 2, low: 1, none: 0, unrated: 0 };
  const key = (row, column) => {
    const text = (row.cells[column]?.textContent ?? "").trim().toLowerCase();
    const word = text.split(" ")[0];
    if (word in ranks) return ranks[word] + (parseFloat(text.slice(word.length)) || 0) / 100;
    const number = Number(text.replace(/[,%]/g, ""));
    return text && !Number.isNaN(number) ? number : text;
  };
  const compare = (a, b) => (typeof a === typeof b ? (typeof a === "number" ? a - b : a.localeCompare(b)) : typeof a === "number" ? -1 : 1);
  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (rows.length < 2) continue;
    for (const head of table.tHead.rows[0].cells) {
      if (!head.textContent) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const sorted = rows.map((row) => [key(row, head.cellIndex), row]).sort(([a], [b]) => (down ? compare(b, a) : compare(a, b)));
        body.append(...sorted.map(([, row]) => row));
      });
    }
    if (rows.length < 6) continue;
    const filter = document.createElement("input");
    filter.type = "search";
    filter.className = "filter";
    filter.placeholder = "Filter this table";
    filter.setAttribute("aria-label", "Filter this table");
    filter.addEventListener("input", () => {
      const wanted = filter.value.trim().toLowerCase();
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
    });
    table.parentElement.prepend(filter);
  }
})();
