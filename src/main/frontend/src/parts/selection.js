// Rows that are picked: the box in the head picks all, and buttons that need a choice wait for one.
export function followSelection() {
  document.addEventListener('change', (event) => {
    const list = event.target.closest('[data-rows]');
    if (!list) {
      return;
    }
    if (event.target.matches('[data-all]')) {
      boxes(list).forEach((box) => (box.checked = event.target.checked));
    }
    show(list);
  });
  document.addEventListener('htmx:load', showAll);
  window.addEventListener('pageshow', showAll);
  showAll();
}

function showAll() {
  document.querySelectorAll('[data-rows]').forEach(show);
}

function boxes(list) {
  return [...list.querySelectorAll('tbody input[type=checkbox]')];
}

function show(list) {
  const all = boxes(list);
  const picked = all.filter((box) => box.checked);
  all.forEach((box) => box.closest('tr').classList.toggle('on', box.checked));
  const head = list.querySelector('[data-all]');
  if (head) {
    head.checked = all.length > 0 && picked.length === all.length;
    head.indeterminate = picked.length > 0 && picked.length < all.length;
  }
  document.querySelectorAll('[data-needs-rows]').forEach((button) => {
    button.disabled = picked.length === 0;
    const count = button.querySelector('[data-count]');
    if (count) {
      count.textContent = picked.length ? ` ${picked.length}` : '';
    }
  });
}
