// <button data-opens="id"> opens a dialog of the page; content that htmx puts into <dialog data-shows> opens it, too.
export function openDialogs() {
  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-opens]');
    if (opener) {
      event.preventDefault();
      document.getElementById(opener.dataset.opens)?.showModal();
    }
    const closer = event.target.closest('dialog [data-closes]');
    if (closer) {
      event.preventDefault();
      closer.closest('dialog').close();
    }
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    const dialog = event.detail.target.closest?.('dialog[data-shows]');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  });
  document.addEventListener('close', (event) => {
    if (event.target.dataset?.reloads !== undefined && event.target.querySelector('[data-changed]')) {
      location.reload();
    }
  }, true);
}
