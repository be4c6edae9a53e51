// A task's form: form-js over the plain form that the page came with. Saves what is typed, shows what the server says.
import './parts/form-setup.js';
import { Form } from '@bpmn-io/form-js-viewer';
import { keepDraft } from './parts/draft.js';
import { post } from './parts/token.js';
import { text } from './parts/texts.js';

const host = document.getElementById('form');
const plain = document.getElementById('plain');
const island = document.getElementById('form-data');

if (host && plain && island) {
  open(JSON.parse(island.textContent)).catch((error) => console.error('The plain form stays', error));
}

async function open({ schema, data, readOnly }) {
  const form = new Form({ container: host, properties: { readOnly } });
  await form.importSchema(schema, data);
  host.hidden = false;
  plain.querySelector('.form').remove();
  document.querySelector('section.faults:not(#faults)')?.remove();
  if (readOnly) {
    return;
  }
  const draft = keepDraft(form, host.dataset.draft, document.getElementById('draft'));
  const save = document.getElementById('save');
  holdStill(plain.querySelectorAll('button'));
  save.addEventListener('click', async (event) => {
    event.preventDefault();
    await leaveField();
    draft.save();
  });
  plain.addEventListener('submit', async (event) => {
    event.preventDefault();
    await leaveField();
    form.submit();
  });
  form.on('submit', ({ data: values }) => send(form, values, draft));
}

/** A field that is left may grow by a line of error; the button must not move away between pressing and releasing. */
function holdStill(buttons) {
  buttons.forEach((button) => button.addEventListener('mousedown', (event) => event.preventDefault()));
}

/** Some fields (dates) take what was typed only when they are left. */
async function leaveField() {
  document.activeElement?.blur();
  await new Promise((resolve) => setTimeout(resolve, 30));
}

/** By status; 0 is the way to the sign-in page, which is not followed. */
const refusals = { 0: 'form.denied', 401: 'form.denied', 403: 'form.denied', 404: 'form.conflict', 409: 'form.conflict' };
let sending = false;

async function send(form, values, draft) {
  if (sending) {
    return;
  }
  sending = true;
  draft.stop();
  const button = plain.querySelector('.btn.pri');
  button.disabled = true;
  try {
    const answer = await post(plain.action, values);
    if (answer.ok) {
      location.assign((await answer.json()).next);
      return;
    }
    if (answer.status === 422) {
      show(form, (await answer.json()).faults);
    } else {
      tell(text(refusals[answer.status] ?? 'form.failed'));
    }
  } catch (unreachable) {
    console.error(unreachable);
    tell(text('form.failed'));
  }
  sending = false;
  button.disabled = false;
  draft.go();
}

/** Every fault at its field, and all of them above the form. */
function show(form, faults) {
  const errors = {};
  const lines = faults.map(({ path, text: words }) => {
    const field = form
      .get('formFieldRegistry')
      .getAll()
      .find((one) => one.key === path);
    if (field) {
      (errors[field.id] ??= []).push(words);
    }
    return { words, field };
  });
  form._setState({ errors });
  tell(
    text('form.faults', faults.length),
    lines.map(({ words, field }) => {
      const line = document.createElement('li');
      const link = line.appendChild(document.createElement('a'));
      link.textContent = words;
      link.href = '#form';
      link.addEventListener('click', (event) => {
        event.preventDefault();
        const element = field && inputOf(field.id);
        (element ?? host).scrollIntoView({ block: 'center' });
        element?.focus();
      });
      return line;
    }),
  );
}

function inputOf(id) {
  return host.querySelector(`[id$="${id}"]`) ?? host.querySelector(`input[id*="${id}"], textarea[id*="${id}"]`);
}

function tell(title, lines = []) {
  const box = document.getElementById('faults');
  const head = document.createElement('h2');
  head.textContent = title;
  const list = document.createElement('ul');
  list.append(...lines);
  box.replaceChildren(head, ...(lines.length ? [list] : []));
  box.hidden = false;
  box.scrollIntoView({ block: 'nearest' });
  box.focus();
}
