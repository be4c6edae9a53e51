// Lets the time left tick, by the server's clock: <time data-due="2020-10-12T13:00:00Z" class="left soon">. The server
// writes the same words and colours at first (Countdowns.java); both have to change together.
import { text } from './texts.js';

const HOUR = 3_600_000;
const clock = document.querySelector('meta[name="sifang-now"]');
const offset = clock ? Date.parse(clock.content) - Date.now() : 0;
const stands = clock?.dataset.stands === 'true';
const TONES = ['bad', 'soon', 'ok'];

export function now() {
  return stands ? Date.parse(clock.content) : Date.now() + offset;
}

export function tick() {
  show();
  document.addEventListener('htmx:load', show);
  if (!stands) {
    setInterval(show, 1000);
  }
}

function show() {
  const at = now();
  for (const element of document.querySelectorAll('time[data-due]')) {
    const { words, tone } = countdown(Date.parse(element.dataset.due) - at);
    if (element.textContent !== words) {
      element.textContent = words;
    }
    const coloured = element.closest('.left') ?? element;
    if (!coloured.classList.contains(tone || 'later')) {
      coloured.classList.remove(...TONES, 'later');
      coloured.classList.add(tone || 'later');
      coloured.title = text(`reason.${tone || 'later'}`);
    }
  }
}

function countdown(left) {
  if (left < 0) {
    const late = -left;
    return { words: text('overdue', late >= 48 * HOUR ? days(late) : clockOf(late, false)), tone: 'bad' };
  }
  if (left >= 48 * HOUR) {
    return { words: days(left), tone: '' };
  }
  return { words: clockOf(left, true), tone: left < HOUR ? 'soon' : 'ok' };
}

function days(time) {
  return text('days', Math.floor(time / (24 * HOUR)));
}

function clockOf(time, seconds) {
  const two = (number) => String(number).padStart(2, '0');
  const all = Math.floor(time / 1000);
  const hoursAndMinutes = `${Math.floor(all / 3600)}:${two(Math.floor(all / 60) % 60)}`;
  return seconds ? `${hoursAndMinutes}:${two(all % 60)}` : hoursAndMinutes;
}
