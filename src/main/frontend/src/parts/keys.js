// A list by the keyboard: j and k move, Enter opens, x picks, c claims, / searches, ? tells.
export function readKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) {
      return;
    }
    const act = KEYS[event.key];
    if (act && !document.querySelector('dialog[open]') && act()) {
      event.preventDefault();
    }
  });
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  Enter: () => document.activeElement === document.body && click(current()?.querySelector('a.t')),
  x: () => click(current()?.querySelector('input[type=checkbox]')),
  c: claim,
  '/': () => {
    const search = document.querySelector('input[type=search]');
    search?.focus();
    search?.select();
    return search;
  },
  '?': () => {
    const help = document.getElementById('keys');
    help?.showModal();
    return help;
  },
};

function isTyping(element) {
  return element.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
}

function rows() {
  return [...document.querySelectorAll('[data-rows] tbody tr')];
}

function current() {
  return document.querySelector('[data-rows] tbody tr.at');
}

function move(step) {
  const all = rows();
  if (!all.length) {
    return false;
  }
  const from = all.indexOf(current());
  const to = from < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(from + step, 0), all.length - 1);
  all[from]?.classList.remove('at');
  all[to].classList.add('at');
  all[to].scrollIntoView({ block: 'nearest' });
  document.activeElement?.blur();
  return true;
}

/** Claims what is picked, or else the row one stands on. */
function claim() {
  const button = document.querySelector('[data-claims]');
  if (button?.disabled) {
    click(current()?.querySelector('input[type=checkbox]'));
  }
  return button && !button.disabled && click(button);
}

function click(element) {
  element?.click();
  return element;
}
