// Requests made by scripts carry the same token as forms do.
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

export function tokenHeader() {
  const token = meta('_csrf');
  return token ? { [meta('_csrf_header') ?? 'X-CSRF-TOKEN']: token } : {};
}

export function sendToken() {
  document.addEventListener('htmx:configRequest', (event) => Object.assign(event.detail.headers, tokenHeader()));
}
