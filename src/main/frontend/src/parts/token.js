// Requests made by scripts carry the same token as forms do.
const meta = (name) => document.querySelector(`meta[name="${name}"]`);

function tokenHeader() {
  const token = meta('_csrf')?.content;
  return token ? { [meta('_csrf_header')?.content ?? 'X-CSRF-TOKEN']: token } : {};
}

export function sendToken() {
  document.addEventListener('htmx:configRequest', (event) => Object.assign(event.detail.headers, tokenHeader()));
}

/**
 * Posts JSON. A page that stood open over a new sign-in has an old token: it takes the new one and tries once more, so
 * that nothing typed is lost.
 */
export async function post(address, values, leaving = false) {
  const send = () =>
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...tokenHeader() },
      body: JSON.stringify(values),
      redirect: 'manual',
      keepalive: leaving,
    });
  const answer = await send();
  if (answer.status !== 403 || leaving || !(await renewToken())) {
    return answer;
  }
  return send();
}

async function renewToken() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const fresh = page.querySelector('meta[name="_csrf"]')?.content;
  const old = meta('_csrf');
  if (!fresh || !old || old.content === fresh) {
    return false;
  }
  old.content = fresh;
  return true;
}
