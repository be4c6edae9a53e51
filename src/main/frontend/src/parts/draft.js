// Saves a form as one types: a moment after the last key, or when the page is left.
import { post } from './token.js';
import { text } from './texts.js';

const PAUSE = 500;

export function keepDraft(form, address, status) {
  let timer;
  let stopped = false;
  let saved = JSON.stringify(form._getSubmitData());

  async function save(leaving = false) {
    clearTimeout(timer);
    const values = form._getSubmitData();
    const content = JSON.stringify(values);
    if (!address || stopped || (leaving && content === saved)) {
      return;
    }
    try {
      const answer = await post(address, values, leaving);
      if (!answer.ok) {
        throw new Error(`Draft not saved: ${answer.status}`);
      }
      saved = content;
      say(text('form.draft.saved', (await answer.json()).at), false);
    } catch (failed) {
      console.error(failed);
      say(text('form.draft.failed'), true);
      schedule(10 * PAUSE);
    }
  }

  function say(words, bad) {
    status.textContent = words;
    status.classList.toggle('tone-bad', bad);
  }

  function schedule(pause = PAUSE) {
    clearTimeout(timer);
    timer = setTimeout(() => save(), pause);
  }

  form.on('changed', () => {
    if (!stopped && JSON.stringify(form._getSubmitData()) !== saved) {
      schedule();
    }
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save(true));
  return {
    save,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    go() {
      stopped = false;
    },
  };
}
