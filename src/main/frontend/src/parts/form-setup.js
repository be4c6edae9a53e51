// Has to run before form-js is loaded: its texts are ours (form-texts.mjs), and so is its calendar's language.
import flatpickr from 'flatpickr';
import { Mandarin } from 'flatpickr/dist/esm/l10n/zh.js';
import { text } from './texts.js';

globalThis.sifangText = text;
if (document.documentElement.lang.startsWith('zh')) {
  flatpickr.localize({
    ...Mandarin,
    firstDayOfWeek: 1,
    monthAriaLabel: text('form.month'),
    yearAriaLabel: text('form.year'),
  });
}
