(function () {
  "use strict";
  var words = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  // What a cell sorts by: its data-sort as a number, else its words; null where it says nothing.
  function key(row, column) {
    var cell = row.cells[column];
    var number = cell.getAttribute("data-sort");
    var value = number === null ? cell.textContent.trim() : number;
    return value === "" ? null : number === null ? value : parseFloat(value);
  }
  // Cells that say nothing come last in either direction.
  function compare(x, y, down) {
    if (x === null || y === null) { return (x === null ? 1 : 0) - (y === null ? 1 : 0); }
    var order = typeof x === "number" && typeof y === "number" ? x - y : words.compare(String(x), String(y));
    return down ? -order : order;
  }
  function sort(table, heads, column) {
    var down = heads[column].getAttribute("aria-sort") === "ascending";
    var body = table.tBodies[0];
    var lines = Array.from(body.rows, function (row) { return { row: row, key: key(row, column) }; });
    lines.sort(function (a, b) { return compare(a.key, b.key, down); });
    lines.forEach(function (line) { body.appendChild(line.row); });
    heads.forEach(function (head) { head.removeAttribute("aria-sort"); });
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
  }
  document.querySelectorAll("table.sortable").forEach(function (table) {
    var heads = Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () { sort(table, heads, column); });
    });
  });
})();
