// A menu closes when one clicks beside it or presses Escape.
export function closeMenus() {
  document.addEventListener('click', (event) => close((menu) => !menu.contains(event.target)));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close((menu) => {
        if (menu.contains(document.activeElement)) {
          menu.querySelector('summary').focus();
        }
        return true;
      });
    }
  });
}

function close(which) {
  document.querySelectorAll('details.menu[open]').forEach((menu) => {
    if (which(menu)) {
      menu.open = false;
    }
  });
}
